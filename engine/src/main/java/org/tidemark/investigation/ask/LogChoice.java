package org.tidemark.investigation.ask;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.Glob;
import org.tidemark.casefile.Organisations;

/** Which log a place is likely to keep, and how that is known. */
final class LogChoice {
  /** How the log is known. */
  enum Basis {
    /** The place itself showed it in a log that was handed over. */
    SEEN,
    /** The case file says that it should exist. */
    COLLECT,
    /** All other hosts of the organisation show the act in it. */
    NEIGHBOURS,
    /** Nothing shows it: the log is named by what it has to show. */
    NONE;

    String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  record Choice(LogSource log, Basis basis) {}

  private static final String CLOUD = "aws/";

  private final CaseFile caseFile;
  private final Organisations organisations;
  private final SeenLogs seen;
  private final LogSources logs;

  LogChoice(CaseFile caseFile, SeenLogs seen, LogSources logs) {
    this.caseFile = caseFile;
    this.organisations = new Organisations(caseFile.organisations());
    this.seen = seen;
    this.logs = logs;
  }

  Choice of(OpenPoint point) {
    ShownAct act = point.act();
    if (point.format().isPresent()) {
      return new Choice(logs.ofFormat(point.format().get(), act), Basis.COLLECT);
    }
    String name = point.place().name();
    boolean general = act == ShownAct.CONNECTION || act == ShownAct.TIME;
    if (point.place().kind() != LogPlace.Kind.HOST || general) {
      return new Choice(logs.general(act), Basis.NONE);
    }
    if (name.startsWith(CLOUD)) {
      String log = act == ShownAct.FILE ? "aws-cloudtrail-data" : "aws-cloudtrail";
      return new Choice(logs.of(log).orElseThrow(), Basis.SEEN);
    }
    return seen.formatsOf(name, act).stream()
        .map(format -> logs.ofFormat(format, act))
        .filter(log -> isOwn(log, act))
        .findFirst()
        .map(log -> new Choice(log, Basis.SEEN))
        .or(() -> declared(name, act))
        .or(() -> neighbours(point, act))
        .orElseGet(() -> new Choice(logs.general(act), Basis.NONE));
  }

  private Optional<Choice> declared(String host, ShownAct act) {
    return caseFile.collect().stream()
        .filter(log -> Glob.ofHost(log.hosts()).matches(host))
        .flatMap(log -> log.sources().stream())
        .map(format -> logs.ofFormat(format, act))
        .filter(log -> log.acts().contains(act))
        .findFirst()
        .map(log -> new Choice(log, Basis.COLLECT));
  }

  private Optional<Choice> neighbours(OpenPoint point, ShownAct act) {
    if (point.organisation().equals(Organisations.OUTSIDE)) {
      return Optional.empty();
    }
    Set<String> hosts = new TreeSet<>(seen.hosts());
    hosts.removeIf(
        host -> host.startsWith(CLOUD) || !organisations.ofHost(host).equals(point.organisation()));
    List<LogSource> own = seen.formatsOf(hosts, act).stream()
        .map(format -> logs.ofFormat(format, act))
        .filter(log -> isOwn(log, act))
        .distinct()
        .toList();
    return own.size() == 1
        ? Optional.of(new Choice(own.get(0), Basis.NEIGHBOURS))
        : Optional.empty();
  }

  /** A sensor shows a host's connections; what the host itself recorded it does not. */
  private static boolean isOwn(LogSource log, ShownAct act) {
    return log.acts().contains(act) && !log.acts().contains(ShownAct.CONNECTION);
  }
}

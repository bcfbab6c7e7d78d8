package org.tidemark.trail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.CaseFile.Indicator;
import org.tidemark.casefile.CaseFile.IndicatorKind;
import org.tidemark.casefile.Grade;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.Facts;
import org.tidemark.evidence.Names;

/**
 * The case's known signs of the intruder, by dictionary number. A record that holds one within its
 * window is proof of the act (RULES.md section 1).
 */
final class Indicators {
  /** What a sign gives to the act whose record holds it. */
  record Match(Rule rule, Grade grade) {}

  private record Sign(Rule rule, Grade grade, long from, long until) {}

  private final Map<Integer, Sign> endpoints = new HashMap<>();
  private final Map<Integer, Sign> accounts = new HashMap<>();
  private final Map<Integer, Sign> agents = new HashMap<>();
  private final Map<Integer, Sign> images = new HashMap<>();
  private final Map<Integer, Sign> hashes = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  Indicators(CaseFile caseFile, Evidence evidence) {
    for (Indicator indicator : caseFile.indicators()) {
      String value = indicator.value();
      boolean found = switch (indicator.kind()) {
        case ADDRESS ->
          put(
              endpoints,
              evidence.endpoints().number(Endpoints.canonical(value)),
              sign(Rule.INDICATOR_ADDRESS, indicator));
        case ACCOUNT ->
          put(
              accounts,
              evidence.accounts().number(value.toLowerCase(Locale.ROOT)),
              sign(Rule.INDICATOR_ACCOUNT, indicator));
        case USER_AGENT ->
          put(agents, evidence.objects().number(value), sign(Rule.INDICATOR_USER_AGENT, indicator));
        case PROCESS ->
          putImages(evidence.objects(), value, sign(Rule.INDICATOR_PROCESS, indicator));
        case HASH ->
          put(
              hashes,
              evidence.objects().number(value.toLowerCase(Locale.ROOT)),
              sign(Rule.INDICATOR_HASH, indicator));
        case DOMAIN -> false;
      };
      if (!found) {
        problems.add("indicators: no record shows the " + indicator.kind().id() + " '" + value
            + "'"
            + (indicator.kind() == IndicatorKind.DOMAIN
                ? "; none of the logs read here names domains, add DNS or proxy logs."
                : "; check its spelling against `tidemark ingest` or remove it."));
      }
    }
  }

  /** An address that ordinary accounts used before the window proves nothing: at best possible. */
  void weaken(Facts.LogonColumns logons) {
    for (long row = 0; row < logons.size() && !endpoints.isEmpty(); row++) {
      Sign sign = endpoints.get(logons.from(row));
      if (sign != null
          && sign.grade == Grade.CONFIRMED
          && logons.succeeded(row)
          && logons.atMicros(row) < sign.from) {
        endpoints.put(logons.from(row), new Sign(sign.rule, Grade.POSSIBLE, sign.from, sign.until));
        problems.add("indicators: an address was in ordinary use before its `from`; what it shows"
            + " is graded possible. Give a later `from`, or a sign that only the intruder has.");
      }
    }
  }

  /** What the logon's own record proves. */
  Optional<Match> logon(Facts.LogonColumns logons, long row, long at) {
    return first(
        at,
        endpoints.get(logons.from(row)),
        accounts.get(logons.account(row)),
        agents.get(logons.agent(row)));
  }

  /** What code that ran proves of the session that it ran in. */
  Optional<Match> execution(Facts.ExecutionColumns executions, long row, long at) {
    return first(at, images.get(executions.image(row)), hashes.get(executions.hash(row)));
  }

  /** Whether any sign is a program: then executions need to be looked at. */
  boolean anyExecution() {
    return !images.isEmpty() || !hashes.isEmpty();
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  private static Optional<Match> first(long at, @org.jspecify.annotations.Nullable Sign... signs) {
    Match best = null;
    for (Sign sign : signs) {
      if (sign != null
          && at >= sign.from
          && at < sign.until
          && (best == null || sign.grade.compareTo(best.grade) < 0)) {
        best = new Match(sign.rule, sign.grade);
      }
    }
    return Optional.ofNullable(best);
  }

  private boolean putImages(Names objects, String value, Sign sign) {
    String wanted = value.toLowerCase(Locale.ROOT);
    boolean bare = wanted.indexOf('\\') < 0 && wanted.indexOf('/') < 0;
    boolean found = false;
    for (int number = 0; number < objects.size(); number++) {
      String text = objects.text(number).toLowerCase(Locale.ROOT);
      boolean same = bare
          ? text.endsWith(wanted)
              && (text.length() == wanted.length()
                  || "\\/".indexOf(text.charAt(text.length() - wanted.length() - 1)) >= 0)
          : text.equals(wanted);
      if (same) {
        images.put(number, sign);
        found = true;
      }
    }
    return found;
  }

  private static boolean put(Map<Integer, Sign> signs, int number, Sign sign) {
    if (number < 0) {
      return false;
    }
    signs.merge(number, sign, (a, b) -> a.grade.compareTo(b.grade) <= 0 ? a : b);
    return true;
  }

  private static Sign sign(Rule rule, Indicator indicator) {
    return new Sign(
        rule,
        indicator.grade(),
        indicator.from().map(HostClocks::micros).orElse(Long.MIN_VALUE),
        indicator.until().map(Indicators::exclusive).orElse(Long.MAX_VALUE));
  }

  private static long exclusive(Instant until) {
    return HostClocks.micros(until);
  }
}

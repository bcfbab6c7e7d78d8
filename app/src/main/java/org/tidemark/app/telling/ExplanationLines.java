package org.tidemark.app.telling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.app.report.CaseNames;
import org.tidemark.app.report.TerminalLines;
import org.tidemark.app.report.Wording;
import org.tidemark.trail.telling.Explanation;

/** An {@link Explanation} for the terminal: what it is, then the way there step by step. */
public final class ExplanationLines {
  private static final int RECORDS_MAX = 5;
  private static final int GAPS_MAX = 3;

  private final Explanation told;
  private final CaseNames names;
  private final TerminalLines out;

  private ExplanationLines(Explanation told, CaseNames names, TerminalLines out) {
    this.told = told;
    this.names = names;
    this.out = out;
  }

  /**
   * The lines, without line ends.
   *
   * @param columns width of the terminal, at least 40; East Asian wide characters take two
   * @param colour whether ANSI colours may be used
   */
  public static List<String> of(Explanation told, CaseNames names, int columns, boolean colour) {
    TerminalLines out = new TerminalLines(Math.max(40, columns), colour);
    new ExplanationLines(told, names, out).write();
    return out.lines();
  }

  private void write() {
    head();
    told.route().ifPresent(this::route);
    tail();
  }

  private void head() {
    List<String> lines = new ArrayList<>();
    String where = told.organisation()
        .filter(o -> !o.isEmpty() && !told.kind().equals("hop"))
        .map(o -> " (" + names.organisation(o) + ")")
        .orElse("");
    lines.add(told.name() + where + ": " + verdict());
    lines.add(told.rule().map(rule -> rule + ": ").orElse("") + told.why());
    told.id().filter(id -> !id.equals(told.name())).ifPresent(id -> lines.add("id " + id));
    out.add(capital(told.kind()), lines);
    told.askFor().ifPresent(log -> out.add("Ask for", log));
    exposures();
    if (!told.coverage().isEmpty() || isPlace()) {
      out.add("Logs", coverage(told.coverage()));
    }
  }

  private boolean isPlace() {
    return told.kind().equals("host") || told.kind().equals("object");
  }

  private String verdict() {
    String grade = told.grade().orElse("not in the trail");
    String state = told.state().map(s -> s + ", ").orElse("");
    String from = told.from().map(at -> ", from " + time(at)).orElse("");
    String until = told.until().map(at -> " until " + time(at)).orElse("");
    return state + grade + from + until;
  }

  private void exposures() {
    for (Explanation.Exposed e : told.exposures()) {
      List<String> lines = new ArrayList<>();
      lines.add(e.effect() + ", " + e.grade()
          + e.first().map(at -> ", first " + time(at)).orElse("")
          + e.last().map(at -> ", last " + time(at)).orElse("")
          + ", " + Wording.count(e.operations(), "access", "accesses"));
      if (!told.rule().filter(e.rule()::equals).isPresent()) {
        lines.add(e.rule() + ": " + e.sentence());
      }
      lines.addAll(records(e.records(), e.recordsTotal()));
      out.add("Effect", lines);
    }
  }

  private void route(Explanation.Route route) {
    out.gap();
    out.add(
        "Foothold",
        route
            .foothold()
            .map(f -> List.of(
                f.kind() + " " + f.name() + ", held from " + time(f.from()) + ", " + f.grade(),
                (f.derived() ? "derived: " : "declared: ") + f.why()))
            .orElse(List.of("none in the result explains the first step")));
    if (!route.proven()) {
      List<String> lines = new ArrayList<>(List.of("unproven"));
      route.candidates().forEach(c -> lines.add("perhaps " + c));
      if (route.candidates().isEmpty()) {
        lines.add("no candidate path is named");
      }
      out.add("Route", lines);
    }
    int number = 0;
    for (Explanation.Step step : route.steps()) {
      out.gap();
      out.add("Step " + ++number, step(step));
      out.add("Records", records(step.records(), step.records().size()));
      out.add("Logs", coverage(step.coverage()));
    }
  }

  private List<String> step(Explanation.Step step) {
    List<String> lines = new ArrayList<>();
    lines.add(time(step.at())
        + error(step.errorMs()) + "  "
        + step.from().orElse("unknown source") + " → " + step.to() + " ("
        + names.organisation(step.toOrganisation()) + ")");
    lines.add("as " + (step.account().isEmpty() ? "an unnamed account" : step.account())
        + step.causalAccount().map(c -> ", in a session of " + c).orElse("")
        + (step.kind().equals("execution") ? "; code ran there" : "; access")
        + step.technique().map(t -> "; " + t).orElse("")
        + step.fromBy()
            .filter(by -> !by.equals("record"))
            .map(by -> "; its source is known by " + by)
            .orElse(""));
    lines.add(step.grade()
        + (step.pathGrade().isEmpty() || step.pathGrade().equals(step.grade())
            ? ""
            : "; the way to it " + step.pathGrade())
        + ". " + step.rule() + ": " + step.sentence());
    step.why().ifPresent(lines::add);
    lines.addAll(step.unusual());
    step.likelihood()
        .ifPresent(l -> lines.add("odder than "
            + String.format(java.util.Locale.ROOT, "%.1f", l / 10.0)
            + " % of the account's usual logons elsewhere"));
    step.likelihoodRule()
        .filter(rule -> rule.equals("no-baseline"))
        .ifPresent(rule -> lines.add("no baseline: nothing is known to be usual for this account"));
    step.held()
        .ifPresent(h ->
            lines.add("account held" + h.from().map(at -> " from " + time(at)).orElse("") + ", "
                + h.grade() + ". " + h.rule() + ": " + h.sentence()));
    lines.add("hop " + step.hop());
    return lines;
  }

  private static String error(long millis) {
    if (millis <= 0) {
      return "";
    }
    return millis % 1000 == 0 ? " ± " + millis / 1000 + " s" : " ± " + millis + " ms";
  }

  private static List<String> records(List<Explanation.LogRecord> records, long total) {
    List<String> lines = new ArrayList<>();
    records.stream()
        .limit(RECORDS_MAX)
        .forEach(r -> lines.add(r.path() + ", record " + Wording.count(r.record())));
    if (total > lines.size()) {
      lines.add("and " + Wording.count(total - lines.size()) + " more");
    }
    return lines.isEmpty() ? List.of("no record shows it") : lines;
  }

  private static List<String> coverage(List<Explanation.Cover> covers) {
    if (covers.isEmpty()) {
      return List.of("no log of it");
    }
    List<String> lines = new ArrayList<>();
    for (Explanation.Cover c : covers) {
      String by = c.suppliedBy().map(s -> ", supplied by " + s).orElse("");
      String what = c.kind() + " by " + c.source();
      String span = Wording.date(c.from()) + " to " + Wording.date(c.to());
      lines.add(c.then()
              .map(then -> switch (then) {
                case "covered" -> what + " covers it";
                case "gap" -> what + " has a gap there";
                case "begins-later" -> what + " begins later";
                default -> what + " ended before";
              })
              .orElse(what + " covers")
          + " (" + span + by + ")"
          + (c.then().isEmpty() && c.gaps().isEmpty() ? ", no gap" : ""));
      c.gaps().stream()
          .limit(GAPS_MAX)
          .forEach(
              g -> lines.add("· gap " + time(g.from()) + " to " + time(g.to()) + ": " + g.why()));
      if (c.gaps().size() > GAPS_MAX) {
        lines.add("· and " + Wording.count(c.gaps().size() - GAPS_MAX, "gap", "gaps") + " more");
      }
    }
    return lines;
  }

  private void tail() {
    List<String> lines = new ArrayList<>();
    if (told.route().isPresent() && told.otherHops() > 0) {
      lines.add(Wording.count(told.otherHops(), "further hop leads", "further hops lead")
          + " there, each with a way of its own");
    }
    told.surestHop().ifPresent(hop -> lines.add("its grade comes from hop " + hop));
    lines.addAll(told.notes());
    if (!lines.isEmpty()) {
      out.gap();
      out.add("Also", lines);
    }
  }

  private static String time(Instant at) {
    return Wording.second(at) + " UTC";
  }

  private static String capital(String word) {
    return Optional.of(word)
        .filter(w -> !w.isEmpty())
        .map(w -> w.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + w.substring(1))
        .orElse("");
  }
}

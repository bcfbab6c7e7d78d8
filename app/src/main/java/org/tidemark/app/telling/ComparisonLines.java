package org.tidemark.app.telling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tidemark.app.report.TerminalLines;
import org.tidemark.app.report.Wording;
import org.tidemark.trail.telling.Comparison;
import org.tidemark.trail.telling.Comparison.Change;
import org.tidemark.trail.telling.WhatIf;

/** A {@link Comparison} for the terminal: counts first, then what changed and why. */
public final class ComparisonLines {
  /** So many of one sort, and so many with one reason, are listed; {@code --json} has all. */
  private static final int GROUPS = 12;

  private static final int LISTED = 5;

  private static final int INPUTS = 10;
  private static final Map<String, String> LABELS = labels();
  private static final List<String> CHANGES =
      List.of("new", "gone", "regraded", "moved", "other-rule", "same");

  private final TerminalLines out;

  private ComparisonLines(TerminalLines out) {
    this.out = out;
  }

  /**
   * The lines, without line ends.
   *
   * @param columns width of the terminal, at least 40; East Asian wide characters take two
   * @param colour whether ANSI colours may be used
   */
  public static List<String> of(Comparison told, int columns, boolean colour) {
    TerminalLines out = new TerminalLines(Math.max(40, columns), colour);
    new ComparisonLines(out).write(told);
    return out.lines();
  }

  /** The same for footholds that are taken to begin earlier: what logs cover comes first. */
  public static List<String> of(WhatIf told, int columns, boolean colour) {
    TerminalLines out = new TerminalLines(Math.max(40, columns), colour);
    new ComparisonLines(out).write(told);
    return out.lines();
  }

  private void write(WhatIf told) {
    out.add("What if", "every declared foothold had begun at " + time(told.earlier()));
    for (WhatIf.Moved f : told.footholds()) {
      List<String> lines = new ArrayList<>();
      lines.add(f.kind() + " " + f.name() + ", declared from " + time(f.from()));
      lines.add(f.coveredFrom()
          .map(at -> "logs cover it from " + time(at)
              + (f.reachesBack() ? "" : "; before that nothing is excluded"))
          .orElse("no log covers it: nothing is excluded"));
      out.add("Foothold", lines);
    }
    if (told.logsFrom().filter(at -> at.isAfter(told.earlier())).isPresent()) {
      out.add(
          "Logs",
          "none reaches back to " + time(told.earlier()) + "; the first record of any is of "
              + told.logsFrom().map(ComparisonLines::time).orElse("")
              + ". What happened before cannot be known from them.");
    }
    out.gap();
    write(told.comparison());
  }

  private void write(Comparison told) {
    inputs(told);
    out.add("Held from", moved(told.startBefore(), told.startAfter()));
    out.add("First hop", moved(told.firstHopBefore(), told.firstHopAfter()));
    LABELS.forEach((what, label) -> {
      Map<String, Integer> counts = told.counts().getOrDefault(what, Map.of());
      if (!counts.isEmpty()) {
        out.add(
            label,
            CHANGES.stream()
                .filter(counts::containsKey)
                .map(change ->
                    Wording.count(counts.getOrDefault(change, 0)) + " " + change.replace('-', ' '))
                .collect(Collectors.joining(", ")));
      }
    });
    if (told.changes().isEmpty()) {
      out.add("", "Nothing differs: both say the same.");
    }
    LABELS.forEach((what, label) ->
        list(label, told.changes().stream().filter(c -> c.what().equals(what)).toList()));
  }

  private void inputs(Comparison told) {
    List<String> lines = new ArrayList<>();
    told.inputs().stream()
        .limit(INPUTS)
        .forEach(i -> lines.add(i.kind() + " " + i.change() + ": " + i.name()
            + (i.text().isEmpty() || i.text().equals(i.name()) ? "" : ", " + i.text())));
    if (told.inputs().size() > INPUTS) {
      lines.add("and " + Wording.count(told.inputs().size() - INPUTS) + " more, in --json");
    }
    told.notKnown().forEach(text -> lines.add("not known: " + text));
    out.add("Put in", lines.isEmpty() ? List.of("nothing differs") : lines);
  }

  private static String moved(Optional<Instant> before, Optional<Instant> after) {
    String was = before.map(ComparisonLines::time).orElse("none");
    String is = after.map(ComparisonLines::time).orElse("none");
    return was.equals(is) ? was + ", as before" : was + " → " + is;
  }

  private void list(String label, List<Change> changes) {
    if (changes.isEmpty()) {
      return;
    }
    out.gap();
    Map<List<String>, List<Change>> alike = new LinkedHashMap<>();
    changes.forEach(c -> alike
        .computeIfAbsent(List.of(c.change(), says(c), c.cause().text()), key -> new ArrayList<>())
        .add(c));
    String head = label;
    for (List<Change> group : alike.values().stream().limit(GROUPS).toList()) {
      out.add(head, group(group));
      head = "";
    }
    if (alike.size() > GROUPS) {
      long rest = alike.values().stream().skip(GROUPS).mapToLong(List::size).sum();
      out.add("", "and " + Wording.count(rest) + " more, in --json");
    }
  }

  /** Changes of one sort with one reason are told together. */
  private static List<String> group(List<Change> alike) {
    Change first = alike.get(0);
    String change = first.change().replace('-', ' ');
    List<String> lines = new ArrayList<>();
    lines.add((alike.size() == 1 ? change : Wording.count(alike.size()) + " " + change) + ": "
        + says(first));
    lines.add("because " + first.cause().text());
    alike.stream()
        .limit(LISTED)
        .forEach(c -> lines.add("· " + c.at().map(at -> time(at) + ", ").orElse("") + c.name()));
    if (alike.size() > LISTED) {
      lines.add("· and " + Wording.count(alike.size() - LISTED) + " more like these, in --json");
    }
    return lines;
  }

  private static String says(Change change) {
    return change.before().isPresent() && change.after().isPresent()
        ? change.before().get() + " → " + change.after().get()
        : change.after().or(change::before).orElse("");
  }

  private static String time(Instant at) {
    return Wording.second(at) + " UTC";
  }

  private static Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("foothold", "Footholds");
    labels.put("hop", "Hops");
    labels.put("host", "Hosts");
    labels.put("account", "Accounts");
    labels.put("platform", "Platforms");
    labels.put("unknown", "Unknown");
    labels.put("excluded", "Excluded");
    labels.put("left-behind", "Left");
    return labels;
  }
}

package org.tidemark.app.ask;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tidemark.app.report.CaseNames;
import org.tidemark.app.report.TerminalLines;
import org.tidemark.investigation.ask.AskJson;

/**
 * The questions of a case for the terminal, what is lost first on top. Names come from evidence, so
 * control characters are replaced before anything is printed.
 */
public final class AskList {
  private static final int LABEL = 12;
  private static final int SHOWN_MAX = 40;

  private final CaseNames names;
  private final int columns;
  private final List<String> lines = new ArrayList<>();

  private AskList(CaseNames names, int columns) {
    this.names = names;
    this.columns = Math.max(40, columns);
  }

  /**
   * The lines, without line ends.
   *
   * @param columns width of the terminal; East Asian wide characters take two
   * @param given the case folder as the user named it
   */
  public static List<String> lines(AskJson asked, CaseNames names, String given, int columns) {
    AskList list = new AskList(names, columns);
    list.write(asked, given);
    return List.copyOf(list.lines);
  }

  private void write(AskJson asked, String given) {
    int total = asked.questions().size();
    if (total == 0) {
      plain(nothing(asked));
    } else {
      plain(count(total, "log", "logs") + " would settle what is unknown or only possible. As of "
          + asked.today() + ", what is lost first stands first; times are UTC.");
    }
    asked.questions().stream().limit(SHOWN_MAX).forEach(q -> {
      lines.add("");
      question(q, asked.counted());
    });
    if (total > SHOWN_MAX) {
      lines.add("");
      plain("Showing " + SHOWN_MAX + " of " + number(total) + ". '--json' prints all of them.");
    }
    noLog(asked.noLog());
    asked.notes().forEach(note -> {
      lines.add("");
      plain("Note: " + note);
    });
    if (total > 0) {
      lines.add("");
      plain("A letter that asks an organisation for its logs: tidemark ask " + given + " --letter "
          + letterTo(asked.questions()).orElse("ORGANISATION"));
    }
  }

  private static String nothing(AskJson asked) {
    return asked.notes().isEmpty()
        ? "Nothing to ask: every place in reach is covered by a log that was handed over, and no"
            + " possible act waits for another one."
        : "No question follows from this case yet.";
  }

  private static Optional<String> letterTo(List<AskJson.Question> questions) {
    return questions.stream()
        .map(AskJson.Question::organisation)
        .filter(id -> !id.equals("outside"))
        .findFirst();
  }

  private void question(AskJson.Question q, String counted) {
    labelled(
        day(q.retention()),
        List.of(
            AskWords.place(q) + ": " + q.logName() + AskWords.copy(q),
            "from " + whose(q.organisation()) + ", " + window(q) + ", to show "
                + AskWords.acts(q.acts()),
            "settles "
                + q.settles().stream().map(AskWords::settled).collect(Collectors.joining("; ")),
            hanging(q, counted),
            kept(q.retention())));
  }

  private static String day(AskJson.Retention r) {
    return switch (r.state()) {
      case "kept" -> r.nextLoss().orElse("any day");
      case "losing" -> "every day";
      case "overwritten", "not-known" -> "any day";
      case "lost" -> "gone";
      default -> "no day";
    };
  }

  private String whose(String organisation) {
    return organisation.equals("outside")
        ? "whoever runs it (case.yaml names no organisation for it)"
        : names.organisation(organisation);
  }

  private static String window(AskJson.Question q) {
    return q.from()
        .flatMap(from -> q.to().map(to -> day(from) + " to " + day(to)))
        .orElse("the whole log");
  }

  private static String day(Instant at) {
    return at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  private static String hanging(AskJson.Question q, String counted) {
    String objects = q.objects()
        .map(n -> count(n, "possible object hangs", "possible objects hang") + " on it")
        .orElse("");
    if (q.people().isPresent()) {
      return count(q.people().get(), "possible person hangs", "possible people hang")
          + " on it, in " + count(q.objects().orElse(0L), "object", "objects");
    }
    if (!objects.isEmpty()) {
      return objects
          + (counted.equals("resolve")
              ? ", none with a person's record that we could" + " read"
              : "; people are not yet counted ('tidemark resolve')");
    }
    return counted.equals("trace")
        ? "objects and people are not yet counted ('tidemark resolve')"
        : "no object that we know of hangs on it";
  }

  private static String kept(AskJson.Retention r) {
    String basis = switch (r.from()) {
      case "case" ->
        " (" + AskWords.period(r.keeps()) + ", as case.yaml says"
            + r.why().map(why -> ": " + why).orElse("") + ")";
      case "default" -> " (" + AskWords.period(r.keeps()) + " by default; ask what was set)";
      default -> "";
    };
    return r.says() + basis;
  }

  private void noLog(List<AskJson.NoLog> noLog) {
    if (!noLog.isEmpty()) {
      lines.add("");
      plain("No log settles these; a ruling in case.yaml does:");
      noLog.forEach(n -> labelled(
          "",
          List.of(count(n.hops(), "possible hop", "possible hops") + " (" + n.rule() + ")"
              + n.people()
                  .map(p -> "; " + count(p, "possible person hangs", "possible people hang")
                      + " on " + (n.hops() == 1 ? "it" : "them"))
                  .orElse(""))));
    }
  }

  private void plain(String text) {
    lines.addAll(TerminalLines.wrap(TerminalLines.shown(text), columns));
  }

  private void labelled(String label, List<String> texts) {
    String head = label;
    for (String text : texts) {
      for (String part : TerminalLines.wrap(TerminalLines.shown(text), columns - LABEL)) {
        lines.add(head + " ".repeat(LABEL - head.length()) + part);
        head = "";
      }
    }
  }

  static String count(long n, String one, String many) {
    return number(n) + " " + (n == 1 ? one : many);
  }

  private static String number(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }
}

package org.tidemark.app.ask;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tidemark.investigation.ask.AskJson;

/** The words of a question in English, for the terminal. */
final class AskWords {
  private AskWords() {}

  /** Where the log is kept. */
  static String place(AskJson.Question q) {
    return switch (q.kind()) {
      case "address" -> "address " + q.place();
      case "domain" -> "domain controllers of " + q.place();
      case "edge" -> "network edge (VPN, firewall, proxy)";
      case "hosts" -> "hosts " + q.place();
      default -> q.place();
    };
  }

  static String copy(AskJson.Question q) {
    return q.copy() ? ", as forwarded or backed up off the host (its own excludes nothing)" : "";
  }

  static String acts(List<String> acts) {
    return acts.stream().map(AskWords::act).collect(Collectors.joining(", "));
  }

  private static String act(String act) {
    return switch (act) {
      case "logon" -> "logons";
      case "process" -> "process starts";
      case "file" -> "file accesses";
      case "change" -> "changes to accounts";
      case "ticket" -> "issued tickets";
      case "address" -> "whose the address was";
      case "connection" -> "connections";
      case "time" -> "what its clock was off by";
      default -> act;
    };
  }

  static String settled(AskJson.Settled s) {
    String rule = " (" + s.rule() + ")";
    return switch (s.what()) {
      case "hop" -> AskList.count(s.total(), "possible hop", "possible hops") + rule;
      case "place" -> "1 " + s.grade() + " place" + rule;
      case "platform" -> "whether the platform fell" + rule;
      case "objects" ->
        s.total() == 0
            ? "what was reached there" + rule
            : AskList.count(s.total(), "possible object", "possible objects") + rule;
      default -> "a log that should exist and was never collected";
    };
  }

  /** {@code P90D}: 90 days. */
  static String period(Optional<String> keeps) {
    return keeps
        .map(Period::parse)
        .map(p -> p.getYears() > 0
            ? AskList.count(p.getYears(), "year", "years")
            : p.getMonths() > 0
                ? AskList.count(p.getMonths(), "month", "months")
                : AskList.count(p.getDays(), "day", "days"))
        .orElse("no period");
  }
}

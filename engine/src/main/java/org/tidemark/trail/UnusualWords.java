package org.tidemark.trail;

import java.util.List;
import java.util.Locale;
import org.tidemark.evidence.LogonType;

/**
 * What sets a logon apart from what was usual, in words that a responder can read out. They name no
 * host and no account: these stand beside them.
 */
final class UnusualWords {
  private static final List<String> WEEKDAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

  private UnusualWords() {}

  /**
   * A thing that the account never did in the baseline.
   *
   * @param network whether the source is known by its network alone
   * @param first whether no log shows an earlier such act at all
   * @param days for which the account is known: to this act where it is the first, else to the end
   *     of the baseline
   */
  static String never(Habits.Habit habit, HabitAct act, boolean network, boolean first, long days) {
    return switch (habit) {
      case HOUR ->
        "at an hour (%02d:%02d UTC) at which this account never worked in %d days"
            .formatted(act.hour(), act.at() / 60_000_000L % 60, days);
      case WEEKDAY ->
        "on a %s (UTC), on which this account never worked in %d days"
            .formatted(WEEKDAYS.get(act.weekday()), days);
      case SOURCE ->
        act.place() < 0
            ? said("shows no source", "showed no source", first, days)
            : said("comes from " + source(network), "came from " + source(network), first, days);
      case TARGET -> said("logs on to this host", "logged on to this host", first, days);
      case TYPE -> said("opens " + kind(act.type()), "opened " + kind(act.type()), first, days);
      case CROSSING ->
        said(
            "goes from the one organisation to the other",
            "went from the one organisation to the other",
            first,
            days);
    };
  }

  private static String said(String does, String did, boolean first, long days) {
    return first
        ? "first time in %d days that this account %s".formatted(days, does)
        : "in %d days of its baseline this account never %s".formatted(days, did);
  }

  /** The account made services and network logons only, and now a person sits at a screen. */
  static String neverInteractive(long days) {
    return "this account never opened a desktop, a shell or a console in %d days".formatted(days);
  }

  /** The account is known, but never went from one host to another. */
  static String neverElsewhere(long days) {
    return "this account never logged on from one host to another in %d days".formatted(days);
  }

  /** Nobody went this way. */
  static String nobodyFrom(boolean network, long days) {
    return "nobody came to this host from that %s in %d days"
        .formatted(network ? "network" : "host", days);
  }

  /** Nobody of the account's organisation used the target. */
  static String nobodyOf(String organisation, long days) {
    return "nobody of %s logged on to this host in %d days".formatted(organisation, days);
  }

  private static String source(boolean network) {
    return network ? "this network" : "this host";
  }

  private static String kind(LogonType type) {
    return switch (type) {
      case REMOTE_INTERACTIVE -> "a remote desktop";
      case SHELL -> "a shell";
      case SHARE -> "a file share";
      case CLOUD -> "a cloud session";
      case NETWORK -> "a network session";
      case NETWORK_CLEARTEXT -> "a network session with its password in clear";
      default -> "a session of kind " + type.name().toLowerCase(Locale.ROOT);
    };
  }
}

package org.tidemark.app.report;

import java.util.HashMap;
import java.util.Map;
import org.tidemark.exposure.ExposureRule;
import org.tidemark.trail.Rule;

/** Rules in words, and what would settle an act that is only possible by them. */
final class Settlement {
  private static final Map<String, String> SENTENCES = sentences();

  private Settlement() {}

  private static Map<String, String> sentences() {
    Map<String, String> sentences = new HashMap<>();
    for (Rule rule : Rule.values()) {
      sentences.put(rule.id(), rule.sentence());
    }
    for (ExposureRule rule : ExposureRule.values()) {
      sentences.put(rule.id(), rule.sentence());
    }
    return Map.copyOf(sentences);
  }

  /** The rule as a responder reads it out; its id in words where a newer Tidemark made it. */
  static String sentence(String rule) {
    return SENTENCES.getOrDefault(rule, Wording.words(rule));
  }

  /** Whom to ask or which log to bring, so that it becomes confirmed or excluded. */
  static String of(String rule) {
    return switch (rule) {
      case "owner-like" ->
        "Ask the owner for the days on which they worked; one ruling may cover them all.";
      case "held-source" ->
        "Ask the account's owner whether they did it, or look at the processes of its source host"
            + " at that minute. The answer is a ruling.";
      case "held-account-no-source" ->
        "A record that names the source: tickets of the domain controllers (4769), flows, or the"
            + " VPN's log.";
      case "held-account-unresolved-source" ->
        "DHCP, VPN or NAT logs that say which host had the address at that time.";
      case "held-account-shared-source" ->
        "The log of the shared address itself: sessions, ports and users of the proxy, gateway or"
            + " jump host.";
      case "fallen-platform" ->
        "Where it came from: DHCP, VPN or flow logs that resolve the source to a host.";
      case "order-unsure" ->
        "How far the clocks of both hosts were off (clock_offset in case.yaml), or records of one"
            + " host that show both acts.";
      case "unusual-elsewhere", "no-baseline" ->
        "The log of its source host, and its owner's word.";
      case "contact-log-gap" -> "The host's own log for the gap, or a copy forwarded off it.";
      case "contact-no-log" -> "The host's own log of logons.";
      case "session-used" -> "The hop that opened the session: settle that one.";
      case "shell-opened", "code-ran" ->
        "The hop that opened the session; then an image of the host.";
      case "administrator-there" ->
        "Processes of the host (4688, Sysmon 1, EDR): did code run in that session?";
      case "made-in-session", "made-while-there" -> "Whoever administers it: was this act theirs?";
      case "no-flow-log" ->
        "A log of connections with sizes: firewall, proxy, flow sensor or cloud flow logs.";
      case "could-have-fallen", "code-on-platform", "secrets-replicated", "secrets-read" ->
        "The platform's own log, and replication and reads of its database (4662, 4663).";
      case "session-access" -> "The hop that opened the session: settle that one.";
      case "held-administrator-inventory" ->
        "File access logged off the host: a forwarded copy, the storage system's log, or flows that"
            + " bound what left it.";
      case "held-uncovered-inventory" -> "The host's log of file access for the hold.";
      case "declared" -> "What was found, where, and by whom.";
      default -> "A ruling in case.yaml, or a sign of the intruder in its record.";
    };
  }
}

package org.tidemark.trail;

import java.util.Locale;

/**
 * What gave a grade (RULES.md sections 1–4). The id stands beside every grade in the results; the
 * sentence is what a responder reads out.
 */
public enum Rule {
  DECLARED_FOOTHOLD("the case file declares it"),
  RULING("a responder decided it"),
  INDICATOR_ADDRESS("its record shows an address that is a known sign of the intruder"),
  INDICATOR_ACCOUNT("its record shows an account that is a known sign of the intruder"),
  INDICATOR_USER_AGENT("its record shows a user agent that is a known sign of the intruder"),
  INDICATOR_PROCESS("a program that is a known sign of the intruder ran in its session"),
  INDICATOR_HASH("a program whose hash is a known sign of the intruder ran in its session"),
  INTRUDERS_SESSION("it was made in a session that is proven to be the intruder's"),
  JUMP_HOST_SESSION("it was made in the intruder's session on a jump host"),
  JUMP_HOST_OVERLAP("its account had the intruder's session open on the jump host it came from"),
  HELD_SOURCE("it came from a host that the intruder held"),
  OWNER_LIKE("it came from a held host, as its owner usually comes"),
  HELD_ACCOUNT_NO_SOURCE("a held account acted and the record names no source"),
  HELD_ACCOUNT_UNRESOLVED_SOURCE("a held account acted from an address that no log resolves"),
  HELD_ACCOUNT_SHARED_SOURCE("a held account acted from an address that stands for several hosts"),
  FALLEN_PLATFORM(
      "the platform that vouches for the account had fallen, and its source is unresolved"),
  ORDER_UNSURE("two clocks are too coarse to tell which came first"),
  OWNER_ELSEWHERE("its source is a covered host that is not held, and usual for the account"),
  UNUSUAL_ELSEWHERE("a held account acted from a host that is not held, in no usual way"),
  NO_BASELINE(
      "the account was not known for 14 days before, so nothing tells what is usual for it"),
  EXPECTED_ROUTINE("the case file declares it as routine"),
  COVERED_NO_ACT("trusted logs of the whole window show no act of anything held"),
  CONTACT_LOG_GAP("contact from something held was seen while its own log has a gap"),
  CONTACT_NO_LOG("contact from something held was seen and its own log is missing"),
  IN_REACH_NO_LOG(
      "something held is accepted there, no contact was seen, its log is missing or ends early"),
  SESSION_USED("a hop opened a session there"),
  SHELL_OPENED("a shell or desktop was opened there"),
  CODE_RAN("code ran there in the intruder's session"),
  ADMINISTRATOR_THERE("the account is administrator there"),
  EXPOSED_ON_HELD_HOST("its credentials lay on a host that the intruder held"),
  ENTERED_ON_HELD_HOST("its credentials were entered on a host that the intruder held"),
  STORED_ON_HELD_HOST("a service or task stored its password on a host that the intruder held"),
  CACHED_ON_HELD_HOST("its earlier logon was cached on a host that the intruder held"),
  MACHINE_ACCOUNT("it is the machine account of a host that the intruder held"),
  FORGED_TICKET(
      "no controller gave it the ticket that it used, while all controllers' logs reach back"),
  RC4_DOWNGRADE("it was given a weaker ticket than it ever was before"),
  CONTAINER_OF_HELD_NODE("it runs on a host that the intruder held"),
  MADE_BY_HELD("it was created in the intruder's session or on a host that the intruder held"),
  CODE_ON_PLATFORM("code ran on the platform itself"),
  SECRETS_REPLICATED("the directory's secrets were replicated to something that is no controller"),
  SECRETS_READ("the directory's database was read"),
  SIGNING_KEY_EXPORTED("the platform's signing key was exported"),
  COULD_HAVE_FALLEN("the intruder could administer the platform; nothing shows more"),
  USED_FROM_HELD_HOST("it was used from a host that the intruder held"),
  USED_IN_HOP("a hop was made with it, from a place that nobody can vouch for"),
  ISSUED_TO_HELD("it was issued to a credential that the intruder held"),
  MADE_IN_SESSION("it was done in a session that a hop opened"),
  MADE_ON_HELD_HOST(
      "it was done on a host that the intruder held, and no record shows who came there for it"),
  MADE_WHILE_THERE("its record names no session, and one that a hop opened was open there"),
  NO_FLOW_LOG("no log of connections with sizes covers it while it was held"),
  CANDIDATE_CONTACT("a host that the intruder held had contact with it before"),
  CANDIDATE_CREDENTIALS("its credentials lay on a host that the intruder held"),
  CANDIDATE_TRUST("an organisation that the intruder was in is trusted there"),
  ROUTE_UNPROVEN("a confirmed act that no path explains");

  private final String sentence;

  Rule(String sentence) {
    this.sentence = sentence;
  }

  /** As results write it: {@code owner-elsewhere}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Why, in words; holds no name of anything. */
  public String sentence() {
    return sentence;
  }
}

package org.tidemark.trail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

  private final Map<Integer, List<Sign>> endpoints = new HashMap<>();
  private final Map<Integer, List<Sign>> accounts = new HashMap<>();
  private final Map<Integer, List<Sign>> agents = new HashMap<>();
  private final Map<Integer, List<Sign>> images = new HashMap<>();
  private final Map<Integer, List<Sign>> hashes = new HashMap<>();
  private final BitSet signs = new BitSet();
  private final BitSet accountSigns = new BitSet();
  private final BitSet agentSigns = new BitSet();
  private final List<String> problems = new ArrayList<>();

  Indicators(CaseFile caseFile, Evidence evidence, Accounts known) {
    for (Indicator indicator : caseFile.indicators()) {
      String value = indicator.value();
      boolean found = switch (indicator.kind()) {
        case ADDRESS ->
          put(
              endpoints,
              evidence.endpoints().number(Endpoints.canonical(value)),
              sign(Rule.INDICATOR_ADDRESS, indicator));
        case ACCOUNT -> putAccount(known, value, sign(Rule.INDICATOR_ACCOUNT, indicator));
        case USER_AGENT ->
          putAgents(evidence.objects(), value, sign(Rule.INDICATOR_USER_AGENT, indicator));
        case PROCESS ->
          putImages(evidence.objects(), value, sign(Rule.INDICATOR_PROCESS, indicator));
        case HASH -> putHashes(evidence.objects(), value, sign(Rule.INDICATOR_HASH, indicator));
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
    index();
  }

  private void index() {
    endpoints.keySet().forEach(signs::set);
    accounts.keySet().forEach(accountSigns::set);
    agents.keySet().forEach(agentSigns::set);
  }

  /** An address that ordinary accounts used before the window proves nothing: at best possible. */
  void weaken(Facts.LogonColumns logons) {
    Set<Integer> told = new HashSet<>();
    long latest = endpoints.values().stream()
        .flatMap(List::stream)
        .mapToLong(Sign::from)
        .max()
        .orElse(Long.MIN_VALUE);
    for (long row = 0; row < logons.size() && logons.atMicros(row) < latest; row++) {
      List<Sign> signs = endpoints.get(logons.from(row));
      if (signs == null || !logons.succeeded(row)) {
        continue;
      }
      long at = logons.atMicros(row);
      long first = signs.stream().mapToLong(Sign::from).min().orElse(Long.MIN_VALUE);
      if (at < first && signs.stream().anyMatch(sign -> sign.grade == Grade.CONFIRMED)) {
        signs.replaceAll(s -> new Sign(s.rule, s.grade.weaker(Grade.POSSIBLE), s.from, s.until));
        if (told.add(logons.from(row))) {
          problems.add("indicators: an address was in ordinary use before its `from`; what it shows"
              + " is graded possible. Give a later `from`, or a sign that only the intruder has.");
        }
      }
    }
  }

  /** What the logon's own record proves. */
  Optional<Match> logon(Facts.LogonColumns logons, long row, long at) {
    int from = logons.from(row);
    int account = logons.account(row);
    int agent = logons.agent(row);
    boolean signed = from >= 0 && signs.get(from)
        || account >= 0 && accountSigns.get(account)
        || agent >= 0 && agentSigns.get(agent);
    return signed
        ? first(at, endpoints.get(from), accounts.get(account), agents.get(agent))
        : Optional.empty();
  }

  /** What an account that acts proves of the act; {@code account}: -1 = nobody is named. */
  Optional<Match> account(int account, long at) {
    return first(at, accounts.get(account));
  }

  /** What an endpoint that is spoken to proves of the act. */
  Optional<Match> endpoint(int endpoint, long at) {
    return first(at, endpoints.get(endpoint));
  }

  /** Whether the endpoint is a sign at any time. */
  boolean endpoint(int endpoint) {
    return endpoints.containsKey(endpoint);
  }

  /** Whether the account is a sign at any time. */
  boolean account(int account) {
    return accounts.containsKey(account);
  }

  /** What code that ran proves of the session that it ran in. */
  Optional<Match> execution(Facts.ExecutionColumns executions, long row, long at) {
    return first(at, images.get(executions.image(row)), hashes.get(executions.hash(row)));
  }

  /** Whether any sign is a program: then executions need to be looked at. */
  boolean anyExecution() {
    return !images.isEmpty() || !hashes.isEmpty();
  }

  /** Whether a logon's own record could show any sign. */
  boolean any() {
    return !endpoints.isEmpty() || !accounts.isEmpty() || !agents.isEmpty();
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  @SafeVarargs
  private static Optional<Match> first(long at, @Nullable List<Sign>... found) {
    Match best = null;
    for (List<Sign> signs : found) {
      for (Sign sign : signs == null ? List.<Sign>of() : signs) {
        if (at >= sign.from
            && at < sign.until
            && (best == null || sign.grade.compareTo(best.grade) < 0)) {
          best = new Match(sign.rule, sign.grade);
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private boolean putAccount(Accounts known, String value, Sign sign) {
    int number = known.number(value);
    if (number < 0) {
      return false;
    }
    known.numbersOf(number).forEach(each -> put(accounts, each, sign));
    return true;
  }

  /** A user agent as a whole, or with {@code *} for any run of characters. */
  private boolean putAgents(Names objects, String value, Sign sign) {
    if (value.indexOf('*') < 0) {
      return put(agents, objects.number(value), sign);
    }
    String[] parts = value.split("\\*", -1);
    boolean found = false;
    for (int number = 0; number < objects.size(); number++) {
      if (matches(parts, objects.text(number))) {
        found = put(agents, number, sign);
      }
    }
    return found;
  }

  private static boolean matches(String[] parts, String text) {
    String last = parts[parts.length - 1];
    int at = parts[0].length();
    if (!text.startsWith(parts[0])) {
      return false;
    }
    for (int i = 1; i < parts.length - 1; i++) {
      int found = text.indexOf(parts[i], at);
      if (found < 0) {
        return false;
      }
      at = found + parts[i].length();
    }
    return text.length() - last.length() >= at && text.endsWith(last);
  }

  /** A log names one hash alone, or several as {@code sha1=…,sha256=…}. */
  private boolean putHashes(Names objects, String value, Sign sign) {
    String wanted = value.strip().toLowerCase(Locale.ROOT);
    boolean found = false;
    for (int number = 0; number < objects.size(); number++) {
      String text = objects.text(number);
      if (text.length() < wanted.length()) {
        continue;
      }
      for (String one : text.toLowerCase(Locale.ROOT).split(",", -1)) {
        if (one.strip().equals(wanted) || one.strip().endsWith("=" + wanted)) {
          found = put(hashes, number, sign);
        }
      }
    }
    return found;
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
        found = put(images, number, sign);
      }
    }
    return found;
  }

  private static boolean put(Map<Integer, List<Sign>> signs, int number, Sign sign) {
    if (number < 0) {
      return false;
    }
    signs.computeIfAbsent(number, key -> new ArrayList<>()).add(sign);
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

package org.tidemark.trail;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tidemark.evidence.ActKind;
import org.tidemark.evidence.Coverage;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.Facts;
import org.tidemark.evidence.LogonType;

/**
 * Signs of forged tickets (RULES.md section 3): a service ticket of an account that no controller
 * had given a ticket to get tickets, or one of RC4 where the account only ever got AES. They are
 * signs only where the logs of all controllers reach back over the longest life of a ticket,
 * renewed to its end: else the ticket may have been given before the log begins.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4120">RFC 4120: AS and TGS exchange</a>
 */
final class ForgedTickets {
  /** Seven days: how long Windows renews a ticket unless told otherwise. */
  private static final long LIFE_MICROS = 7L * 86_400_000_000L;

  private static final long SLACK_MICROS = 5_000_000;

  private final Logons logons;
  private final Coverage coverage;
  private final BitSet rc4 = new BitSet();
  private final BitSet strong = new BitSet();

  /** Accounts whose tickets came from something held: when they were given one to get tickets. */
  private final Map<Integer, RowList> granted = new HashMap<>();

  /** Accounts that were given a strong ticket before, a weak one never. */
  private final Map<Integer, Long> firstWeak = new HashMap<>();

  private final Map<Integer, Long> firstStrong = new HashMap<>();

  ForgedTickets(Evidence evidence, Logons logons, LooseReach loose) {
    this.logons = logons;
    this.coverage = evidence.coverage();
    Facts.LogonColumns columns = logons.columns();
    if (logons.controllers().isEmpty()) {
      return;
    }
    for (int object = 0; object < evidence.objects().size(); object++) {
      String text = evidence.objects().text(object);
      rc4.set(object, text.startsWith("rc4"));
      strong.set(object, text.startsWith("aes"));
    }
    for (long row = loose.first(); row < columns.size(); row++) {
      if (columns.type(row) == LogonType.TICKET && loose.host(logons.place(row))) {
        granted.putIfAbsent(logons.account(row), new RowList());
      }
    }
    for (long row = 0; row < columns.size() && !granted.isEmpty(); row++) {
      if (columns.type(row) == LogonType.TICKET_GRANTING && columns.succeeded(row)) {
        RowList times = granted.get(logons.account(row));
        if (times != null) {
          times.add(columns.atMicros(row));
          note(logons.account(row), columns.agent(row), columns.atMicros(row));
        }
      }
    }
  }

  private void note(int account, int agent, long at) {
    if (agent >= 0 && rc4.get(agent)) {
      firstWeak.merge(account, at, Math::min);
    } else if (agent >= 0 && strong.get(agent)) {
      firstStrong.merge(account, at, Math::min);
    }
  }

  /** What a service ticket from a held host shows of its account; its instant in true time, µs. */
  Optional<Rule> sign(long row, long at) {
    int account = logons.account(row);
    RowList times = granted.get(account);
    if (times == null || times.size() == 0 || !covered(at)) {
      // An account that these controllers never gave a ticket may be another directory's.
      return Optional.empty();
    }
    for (int i = 0; i < times.size(); i++) {
      if (times.get(i) >= at - LIFE_MICROS && times.get(i) <= at + SLACK_MICROS) {
        return downgraded(account, at) ? Optional.of(Rule.RC4_DOWNGRADE) : Optional.empty();
      }
    }
    return Optional.of(Rule.FORGED_TICKET);
  }

  private boolean downgraded(int account, long at) {
    long weak = firstWeak.getOrDefault(account, Long.MAX_VALUE);
    long strongest = firstStrong.getOrDefault(account, Long.MAX_VALUE);
    boolean now = weak <= at + SLACK_MICROS && weak >= at - LIFE_MICROS;
    return now && strongest < weak;
  }

  private boolean covered(long at) {
    return logons.controllers().stream()
        .allMatch(host -> coverage.covers(
            logons.endpoints().text(host),
            ActKind.LOGON,
            HostClocks.instant(at - LIFE_MICROS),
            HostClocks.instant(at)));
  }
}

package org.tidemark.trail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.Facts;
import org.tidemark.evidence.LogonType;

/**
 * What other records say of a logon that the target's own record leaves open: the ticket that a
 * controller gave for the target, the source's record of credentials that it sent out, the
 * connection that either end or a sensor saw, in this order (RULES.md section 4). Sources of one
 * kind that contradict each other give none.
 */
final class OtherRecords {
  /** How a source is known. */
  enum By {
    RECORD,
    TICKET,
    CREDENTIALS,
    FLOW;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Nothing was looked up. */
  static final OtherRecords NONE = new OtherRecords(Map.of());

  /** A ticket and credentials are used at once; clocks of one network agree to seconds. */
  private static final long WINDOW_MICROS = 5_000_000;

  /** A connection may stand open for a while before somebody logs on in it. */
  private static final long FLOW_MICROS = 30_000_000;

  /** Ports on which hosts accept logons: SSH, RPC, NetBIOS, SMB, RDP, WinRM. */
  private static final Set<Integer> PORTS = Set.of(22, 135, 139, 445, 3389, 5985, 5986);

  /**
   * What is known of one logon.
   *
   * @param from endpoint of the source, -1 = open; {@code by}: which kind of record shows it
   * @param session session at the source in which the credentials were entered; 0 = unknown
   * @param records rows of the logon columns that belong to the act
   * @param account where the record names none (a sensor's): the one that another record of the
   *     session names, else whose ticket for the target the source was given just then; -1 = open
   */
  record Said(int from, By by, long session, List<Long> records, int account) {}

  private final Map<Long, Said> said;

  private OtherRecords(Map<Long, Said> said) {
    this.said = said;
  }

  Optional<Said> of(long row) {
    return said.isEmpty() ? Optional.empty() : Optional.ofNullable(said.get(row));
  }

  /** Session at the source in which the credentials were entered; 0 = unknown. */
  long session(long row) {
    Said found = said.isEmpty() ? null : said.get(row);
    return found == null ? 0 : found.session;
  }

  /** How many sources other records show that the target's own leave out. */
  int sources() {
    return (int) said.values().stream().filter(found -> found.from >= 0).count();
  }

  /** Endpoint that other records show as the source; -1 = none. */
  int from(long row) {
    Said found = said.isEmpty() ? null : said.get(row);
    return found == null ? -1 : found.from;
  }

  /** Account that other records show where the row's own names none; -1 = none. */
  int account(long row) {
    Said found = said.isEmpty() ? null : said.get(row);
    return found == null ? -1 : found.account;
  }

  /** Looks up the logons whose rows are given. */
  static OtherRecords of(Evidence evidence, Logons logons, RowList rows) {
    List<Open> all = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      all.add(new Open(rows.get(i), logons));
    }
    if (all.isEmpty()) {
      return NONE;
    }
    all.sort(Comparator.comparingLong((Open open) -> open.at).thenComparingLong(open -> open.row));
    records(logons, all);
    flows(evidence, logons, all);
    Map<Long, Said> said = new HashMap<>();
    all.forEach(open -> open.said().ifPresent(found -> said.put(open.row, found)));
    return new OtherRecords(said);
  }

  private static void records(Logons logons, List<Open> all) {
    Map<Long, List<Open>> byAccount = new HashMap<>();
    boolean[] accounts = new boolean[logons.accounts().size()];
    for (Open open : all) {
      if (open.account >= 0) {
        logons.accounts().numbersOf(open.account).forEach(number -> accounts[number] = true);
      }
      byAccount
          .computeIfAbsent(key(open.to, open.account), k -> new ArrayList<>())
          .add(open);
    }
    Facts.LogonColumns columns = logons.columns();
    boolean anyNameless = all.stream().anyMatch(open -> open.account < 0);
    for (long row = 0; row < columns.size(); row++) {
      LogonType type = columns.type(row);
      int account = columns.account(row);
      boolean other = type == LogonType.TICKET || type == LogonType.EXPLICIT;
      boolean namesOne = anyNameless && (other || columns.session(row) != 0);
      if (account < 0 || !(namesOne || other && accounts[account]) || !columns.succeeded(row)) {
        continue;
      }
      List<Open> asked = byAccount.get(key(logons.to(row), logons.account(row)));
      List<Open> nameless = byAccount.get(key(logons.to(row), -1));
      int place = logons.place(row);
      if (asked == null && nameless == null || place < 0) {
        continue;
      }
      long at = logons.at(row);
      long slack = WINDOW_MICROS + logons.error(row);
      if (nameless != null && type != LogonType.EXPLICIT && logons.account(row) >= 0) {
        for (int i = first(nameless, at - slack); i < nameless.size(); i++) {
          if (nameless.get(i).at > at + slack) {
            break;
          }
          nameless.get(i).name(logons.account(row), columns.session(row), row, place);
        }
      }
      if (!other || asked == null || asked == nameless) {
        continue;
      }
      for (int i = first(asked, at - slack); i < asked.size(); i++) {
        Open open = asked.get(i);
        if (open.at > at + slack) {
          break;
        }
        if (place == open.to) {
          continue;
        }
        if (type == LogonType.TICKET) {
          open.source(By.TICKET, columns.from(row), place);
          open.records.add(row);
        } else {
          open.source(By.CREDENTIALS, columns.from(row), place);
          open.entered(row, columns.session(row), place, Math.abs(at - open.at));
        }
      }
    }
  }

  private static void flows(Evidence evidence, Logons logons, List<Open> all) {
    Map<Integer, List<Open>> byTarget = new HashMap<>();
    for (Open open : all) {
      if (open.shown < 0) {
        byTarget.computeIfAbsent(open.to, k -> new ArrayList<>()).add(open);
      }
    }
    Facts.FlowColumns flows = evidence.flows();
    Endpoints endpoints = logons.endpoints();
    for (long row = 0; row < flows.size() && !byTarget.isEmpty(); row++) {
      if (!flows.succeeded(row) || !PORTS.contains(flows.toPort(row))) {
        continue;
      }
      long logged = flows.atMicros(row);
      int to = endpoints.place(flows.to(row), logged);
      int place = endpoints.place(flows.from(row), logged);
      List<Open> asked = byTarget.get(to);
      if (asked == null || place < 0 || place == to) {
        continue;
      }
      int writer = endpoints.host(flows.host(row), logged);
      long at = writer < 0 ? logged : logons.clocks().corrected(writer, logged);
      long until = at + flows.durationMicros(row) + FLOW_MICROS;
      for (int i = first(asked, at - WINDOW_MICROS); i < asked.size(); i++) {
        if (asked.get(i).at > until) {
          break;
        }
        asked.get(i).source(By.FLOW, flows.from(row), place);
      }
    }
  }

  /** Index of the first logon that is not before {@code at}. */
  private static int first(List<Open> sorted, long at) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted.get(middle).at < at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static long key(int to, int account) {
    return (long) to << 32 | account & 0xffff_ffffL;
  }

  /** One logon that is being looked up. */
  private static final class Open {
    private static final int KINDS = By.values().length;
    private static final int SEVERAL = -2;

    final long row;
    final long at;
    final int to;
    final int account;
    final int shown;
    private final long ownSession;
    private final int shownPlace;
    private final int[] endpoints = new int[KINDS];
    private final int[] places = new int[KINDS];
    private final boolean[] torn = new boolean[KINDS];
    private final List<Long> records = new ArrayList<>(0);
    private long credentials = -1;
    private int credentialsPlace = -1;
    private int holder = -1;
    private int named = -1;
    private final List<Long> naming = new ArrayList<>(0);
    private long session;
    private long distance = Long.MAX_VALUE;

    Open(long row, Logons logons) {
      this.row = row;
      this.at = logons.at(row);
      this.to = logons.to(row);
      this.account = logons.accounts().of(logons.columns().account(row));
      this.shown = logons.columns().from(row);
      this.ownSession = logons.session(row);
      this.shownPlace = shown < 0 ? -1 : logons.place(row);
      java.util.Arrays.fill(places, -1);
    }

    void source(By by, int endpoint, int place) {
      int kind = by.ordinal();
      torn[kind] |= places[kind] >= 0 && places[kind] != place;
      endpoints[kind] = endpoint;
      places[kind] = place;
    }

    /**
     * A record of the session itself, or a ticket (session 0), names the account. Two accounts'
     * tickets at once name neither.
     */
    void name(int whose, long number, long record, int place) {
      if (shownPlace != place || number != 0 && number != ownSession) {
        return;
      }
      if (number != 0) {
        named = whose;
      } else {
        holder = holder == -1 || holder == whose ? whose : SEVERAL;
      }
      naming.add(record);
    }

    private int account() {
      return named >= 0 ? named : Math.max(holder, -1);
    }

    /** The source's record that lies nearest says in whose session the credentials were entered. */
    void entered(long record, long number, int place, long apart) {
      boolean fits = shownPlace < 0 || shownPlace == place;
      if (fits && apart < distance) {
        distance = apart;
        credentials = record;
        credentialsPlace = place;
        session = number;
      }
    }

    Optional<Said> said() {
      int from = -1;
      int place = shownPlace;
      By by = By.RECORD;
      for (By kind : By.values()) {
        int k = kind.ordinal();
        if (shown < 0 && place < 0 && places[k] >= 0 && !torn[k]) {
          from = endpoints[k];
          place = places[k];
          by = kind;
        }
      }
      boolean entered = credentials >= 0 && credentialsPlace == place;
      if (from < 0 && !entered && account() < 0) {
        return Optional.empty();
      }
      List<Long> rows = new ArrayList<>(by == By.TICKET ? records : List.of());
      rows.addAll(account() < 0 ? List.of() : naming);
      if (entered) {
        rows.add(credentials);
      }
      return Optional.of(new Said(from, by, entered ? session : 0, List.copyOf(rows), account()));
    }
  }
}

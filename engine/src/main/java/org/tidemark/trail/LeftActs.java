package org.tidemark.trail;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.ExecutionKind;
import org.tidemark.evidence.Facts;

/**
 * Acts that leave something behind, since anything was held, each once. What was done long before
 * any foothold is kept as habit.
 */
final class LeftActs {
  /**
   * One act.
   *
   * @param at true time, µs
   * @param by account, -1 = no record says; {@code session}: 0 = no record says
   * @param usual the account did the like, or a service of that name was made, long before
   */
  record Act(
      long at,
      int host,
      int by,
      long session,
      LeftKind kind,
      String name,
      Optional<String> what,
      boolean usual,
      Optional<Indicators.Match> sign,
      List<Trail.RecordPlace> records) {
    boolean named() {
      return session != 0 || by >= 0;
    }
  }

  private final Evidence evidence;
  private final Endpoints endpoints;
  private final Accounts accounts;
  private final HostClocks clocks;
  private final Indicators indicators;
  private final HeldTimes held;
  private final Map<LeftKind, BitSet> habits = new EnumMap<>(LeftKind.class);
  private final Map<Long, Optional<LeftKind>> kinds = new HashMap<>();
  private final long habitsEnd;
  private final List<Act> acts = new ArrayList<>();

  /** {@code earliest}: the earliest foothold, µs. */
  LeftActs(Evidence evidence, Logons logons, Indicators indicators, HeldTimes held, long earliest) {
    this.evidence = evidence;
    this.endpoints = logons.endpoints();
    this.accounts = logons.accounts();
    this.clocks = logons.clocks();
    this.indicators = indicators;
    this.held = held;
    this.habitsEnd = earliest - Usual.MARGIN_MICROS - Usual.LEAST_MICROS;
  }

  /** Reads changes and executions once; by time, then host, then name. */
  List<Act> gather() {
    Facts.ChangeColumns changes = evidence.changes();
    for (long row = 0; row < changes.size(); row++) {
      LeftKind kind = changes.what(row) < 0 ? null : kind(changes, row);
      if (kind != null) {
        int by = accounts.of(changes.account(row));
        look(changes, row, changes.host(row), by, kind, by);
      }
    }
    Facts.ExecutionColumns executions = evidence.executions();
    for (long row = 0; row < executions.size(); row++) {
      int image = executions.image(row);
      ExecutionKind ran = executions.kind(row);
      boolean stays = ran == ExecutionKind.SERVICE || ran == ExecutionKind.TASK;
      LeftKind kind =
          image < 0 || !stays ? null : LeftKind.of(ran, evidence.objects().text(image));
      if (kind != null) {
        int by = accounts.of(executions.account(row));
        look(executions, row, executions.host(row), by, kind, image);
      }
    }
    acts.sort(Comparator.comparingLong(Act::at)
        .thenComparingInt(Act::host)
        .thenComparing(Act::kind)
        .thenComparing(Act::name)
        .thenComparing(act -> act.records().get(0).file())
        .thenComparing(act -> act.records().get(0).record()));
    return new FoldedActs(acts).list();
  }

  /** Terms are few and records many: each is looked at once. */
  private @Nullable LeftKind kind(Facts.ChangeColumns changes, long row) {
    boolean issues = changes.issued(row) >= 0;
    return kinds
        .computeIfAbsent(
            changes.what(row) * 2L + (issues ? 1 : 0),
            key ->
                Optional.ofNullable(LeftKind.of(evidence.objects().text((int) (key / 2)), issues)))
        .orElse(null);
  }

  private void look(
      Facts.Columns columns, long row, int endpoint, int by, LeftKind kind, int habit) {
    if (columns.atMicros(row) < habitsEnd && habit >= 0) {
      habits.computeIfAbsent(kind, key -> new BitSet()).set(habit);
    }
    int host = endpoints.place(endpoint, columns.atMicros(row));
    if (host < 0) {
      return;
    }
    long at = clocks.corrected(host, columns.atMicros(row));
    if (at < held.begin() - HeldTimes.SLACK_MICROS || !mayBeTheirs(host, by, at)) {
      return;
    }
    boolean usual = habit >= 0 && habits.getOrDefault(kind, new BitSet()).get(habit);
    acts.add(act(columns, row, at, host, by, kind, usual));
  }

  /** Cloud services are never held: only who acts there counts, and most acts are everyone's. */
  private boolean mayBeTheirs(int host, int by, long at) {
    boolean service = endpoints.text(host).indexOf('/') >= 0;
    return !service
        || held.anySession(host)
        || held.accountEver(by)
        || held.fallen(by, at)
        || indicators.account(by);
  }

  private Act act(
      Facts.Columns columns, long row, long at, int host, int by, LeftKind kind, boolean usual) {
    List<Trail.RecordPlace> records = List.of(
        new Trail.RecordPlace(evidence.files().get(columns.file(row)).id(), columns.record(row)));
    Optional<Indicators.Match> sign = indicators.account(by, at);
    if (columns instanceof Facts.ExecutionColumns executions) {
      String name = evidence.objects().text(executions.image(row));
      sign = sign.or(() -> indicators.execution(executions, row, at));
      long session = executions.session(row);
      return new Act(at, host, by, session, kind, name, Optional.empty(), usual, sign, records);
    }
    Facts.ChangeColumns changes = (Facts.ChangeColumns) columns;
    String term = evidence.objects().text(changes.what(row));
    String target = accounts.text(accounts.of(changes.target(row)));
    boolean key = changes.issued(row) >= 0;
    String name = key ? accounts.text(accounts.of(changes.issued(row))) : target;
    String group = LeftKind.group(term);
    String beside = key ? target : group.isEmpty() ? words(kind, term, target) : group;
    Optional<String> what = Optional.of(beside).filter(text -> !text.isEmpty());
    long session = changes.session(row);
    return new Act(at, host, by, session, kind, name, what, usual, sign, records);
  }

  /** The log's own term where the kind does not say as much, or nobody is named. */
  private static String words(LeftKind kind, String term, String target) {
    boolean says = switch (kind) {
      case POLICY_CHANGED, SECOND_FACTOR_REMOVED, ACCOUNT_CHANGED, GROUP_MEMBERSHIP ->
        !Character.isDigit(term.charAt(0));
      default -> false;
    };
    return says || target.isEmpty() ? term : "";
  }
}

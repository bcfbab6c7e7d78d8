package org.tidemark.trail;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tidemark.casefile.CaseFile;
import org.tidemark.evidence.AccountName;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.Facts;
import org.tidemark.evidence.Names;

/**
 * Which account a name is: one account has a name, a SID, an ARN, and the case file may say that
 * two names are one. Numbers are those of the evidence dictionary; -1 stands for an account that
 * the record does not name. Accounts that differ only in case are one; local accounts carry their
 * host as domain.
 */
final class Accounts {
  private final Names names;
  private final int[] one;
  private final BitSet machines = new BitSet();
  private final Map<Integer, Set<String>> others = new TreeMap<>();
  private final Map<Integer, Set<Integer>> numbersOf = new TreeMap<>();

  Accounts(CaseFile caseFile, Evidence evidence) {
    this.names = evidence.accounts();
    this.one = new int[names.size()];
    for (int number = 0; number < one.length; number++) {
      one[number] = number;
      machines.set(number, machineName(names.text(number)));
    }
    Facts.AccountNameColumns pairs = evidence.accountNames();
    for (long row = 0; row < pairs.size(); row++) {
      join(pairs.account(row), pairs.other(row));
    }
    for (CaseFile.Alias alias : caseFile.names()) {
      if (alias.kind() == CaseFile.Target.ACCOUNT) {
        int number = number(alias.name());
        alias.also().stream().mapToInt(this::number).forEach(other -> join(number, other));
      }
    }
    for (int number = 0; number < one.length; number++) {
      one[number] = root(number);
      if (one[number] != number) {
        others.computeIfAbsent(one[number], key -> new TreeSet<>()).add(names.text(number));
        int lead = one[number];
        numbersOf.computeIfAbsent(lead, key -> new TreeSet<>(Set.of(lead))).add(number);
      }
    }
  }

  private int root(int number) {
    int at = number;
    while (one[at] != at) {
      at = one[at];
    }
    return at;
  }

  /** The better name leads: one with a domain before one without, a name before a SID. */
  private void join(int a, int b) {
    if (a < 0 || b < 0) {
      return;
    }
    int left = root(a);
    int right = root(b);
    if (left != right) {
      boolean leftLeads = rank(left) < rank(right) || rank(left) == rank(right) && left < right;
      one[leftLeads ? right : left] = leftLeads ? left : right;
    }
  }

  private int rank(int number) {
    String text = names.text(number);
    return text.startsWith("s-1-") ? 2 : text.indexOf('\\') > 0 ? 0 : 1;
  }

  /** The account's one number; -1 stays -1. */
  int of(int number) {
    return number < 0 ? -1 : one[number];
  }

  /**
   * Number of an account or key as a person writes it: exactly, else {@code NAME@domain} and the
   * like as logs are read; -1 where no log shows it.
   */
  int number(String written) {
    int exact = names.number(written);
    return of(exact >= 0 ? exact : names.number(AccountName.of(written)));
  }

  /** All numbers that stand for the account, its own included. */
  Set<Integer> numbersOf(int number) {
    return numbersOf.getOrDefault(number, Set.of(number));
  }

  int size() {
    return one.length;
  }

  /** Its name; empty where the record names none. */
  String text(int number) {
    return number < 0 ? "" : names.text(number);
  }

  /** The name under one number, an alias's own. */
  String written(int number) {
    return names.text(number);
  }

  /** Other names that logs or the case file give it, sorted. */
  List<String> otherNames(int number) {
    return List.copyOf(others.getOrDefault(number, Set.of()));
  }

  /** Whether it is a computer's or the system's own. */
  boolean machine(int number) {
    return number >= 0 && machines.get(number);
  }

  /** {@code tidal} of {@code tidal\td-admin2}; empty where the name has no domain. */
  String domain(int number) {
    return HopMaker.domain(text(number)).orElse("");
  }

  private static boolean machineName(String account) {
    String name = account.toLowerCase(Locale.ROOT);
    int domain = name.indexOf('\\');
    String authority = domain < 0 ? "" : name.substring(0, domain);
    return name.endsWith("$")
        || name.endsWith("anonymous logon")
        || authority.equals("nt authority")
        || authority.equals("nt service")
        || authority.equals("window manager")
        || authority.equals("font driver host")
        || name.equals("-");
  }
}

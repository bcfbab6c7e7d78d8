package org.tidemark.trail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tidemark.casefile.CaseFile;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.Names;

/**
 * Which host an endpoint is: hosts have many names, and logs show addresses. Numbers of hosts are
 * those of the evidence dictionary; hosts that only the case file knows follow after them.
 *
 * <p>An address is a host's when that host's own records show it, or the case file says so; one
 * that several hosts show, or that the case file lists as shared, resolves to none of them
 * (RULES.md section 4).
 */
final class Endpoints {
  /** The endpoint is an address that no log resolves. */
  static final int UNRESOLVED = -1;

  /** The endpoint stands for several hosts. */
  static final int SHARED = -2;

  /** The endpoint was one host's after another's: the time says whose. */
  private static final int MOVED = -3;

  private final int[] hostOf;

  /** Where no single host is known: the endpoint itself, or the shared host whose address it is. */
  private final int[] placeOf;

  private final AddressHistory history;
  private final List<String> texts = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<Integer, Set<String>> namesOf = new HashMap<>();
  private final Map<Integer, int[]> numbersOf = new HashMap<>();

  Endpoints(CaseFile caseFile, Evidence evidence) {
    Names names = evidence.endpoints();
    for (int number = 0; number < names.size(); number++) {
      intern(names.text(number));
    }
    Map<String, Integer> aliases = aliases(caseFile);
    Set<String> shared = new HashSet<>();
    caseFile.shared().forEach(name -> shared.add(canonical(name)));
    history = new AddressHistory(evidence, owner -> aliases.getOrDefault(texts.get(owner), owner));
    hostOf = new int[texts.size()];
    for (int number = 0; number < names.size(); number++) {
      hostOf[number] = resolve(number, aliases, shared, evidence.addresses());
    }
    for (int number = names.size(); number < hostOf.length; number++) {
      hostOf[number] = number;
    }
    for (int number = 0; number < hostOf.length; number++) {
      if (hostOf[number] >= 0 && hostOf[number] != number) {
        name(hostOf[number], number);
      } else if (hostOf[number] == MOVED) {
        int moved = number;
        history.hosts(number).forEach(host -> name(host, moved));
      }
    }
    placeOf = java.util.stream.IntStream.range(0, hostOf.length).toArray();
    for (int number = 0; number < hostOf.length; number++) {
      int host = hostOf[number];
      if (host >= 0 && hostOf[host] == SHARED) {
        placeOf[number] = host;
        hostOf[number] = SHARED;
      }
    }
  }

  private void name(int host, int number) {
    namesOf.computeIfAbsent(host, key -> new TreeSet<>()).add(texts.get(number));
    int[] known = namesOf(host);
    int[] more = java.util.Arrays.copyOf(known, known.length + 1);
    more[known.length] = number;
    numbersOf.put(host, more);
  }

  private Map<String, Integer> aliases(CaseFile caseFile) {
    Map<String, Integer> aliases = new HashMap<>();
    for (CaseFile.Alias alias : caseFile.names()) {
      if (alias.kind() == CaseFile.Target.HOST) {
        int host = intern(canonical(alias.name()));
        alias.also().forEach(other -> aliases.put(canonical(other), host));
      }
    }
    caseFile.footholds().stream()
        .filter(f -> f.kind() == CaseFile.Target.HOST)
        .forEach(f -> intern(canonical(f.name())));
    return aliases;
  }

  private int resolve(
      int number,
      Map<String, Integer> aliases,
      Set<String> shared,
      Map<Integer, Set<Integer>> addresses) {
    String text = texts.get(number);
    if (shared.contains(text)) {
      return SHARED;
    }
    Integer alias = aliases.get(text);
    if (alias != null) {
      return alias;
    }
    if (!isAddress(text)) {
      return number;
    }
    Set<Integer> owners = new TreeSet<>();
    for (int owner : addresses.getOrDefault(number, Set.of())) {
      owners.add(aliases.getOrDefault(texts.get(owner), owner));
    }
    if (owners.size() > 1) {
      return history.moved(number) ? MOVED : SHARED;
    }
    return owners.isEmpty() ? UNRESOLVED : owners.iterator().next();
  }

  private int intern(String text) {
    Integer known = numbers.get(text);
    if (known != null) {
      return known;
    }
    texts.add(text);
    numbers.put(text, texts.size() - 1);
    return texts.size() - 1;
  }

  /** Short, lower-case host name; addresses and places of cloud services stay as they are. */
  static String canonical(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    if (isAddress(lower) || lower.indexOf('/') >= 0) {
      return lower.startsWith("::ffff:") ? lower.substring(7) : lower;
    }
    int dot = lower.indexOf('.');
    return dot > 0 ? lower.substring(0, dot) : lower;
  }

  /**
   * Whether the text is an IPv4 or IPv6 address. Names of hosts have a letter beyond f or no colon.
   */
  static boolean isAddress(String text) {
    if (text.indexOf(':') >= 0 && text.indexOf('/') < 0) {
      return true;
    }
    int dots = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        dots++;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return dots == 3;
  }

  /** Whether the endpoint stands for several hosts. */
  boolean shared(int endpoint) {
    return hostOf[endpoint] == SHARED;
  }

  /** Number of endpoints, those included that only the case file knows. */
  int size() {
    return texts.size();
  }

  /**
   * Host number, {@link #UNRESOLVED} or {@link #SHARED}; an address that changed hands is
   * unresolved without a time. {@code endpoint} -1 gives {@link #UNRESOLVED}.
   */
  int host(int endpoint) {
    int host = endpoint < 0 ? UNRESOLVED : hostOf[endpoint];
    return host == MOVED ? UNRESOLVED : host;
  }

  /** The same at an instant, µs as logged. */
  int host(int endpoint, long at) {
    int host = endpoint < 0 ? UNRESOLVED : hostOf[endpoint];
    if (host != MOVED) {
      return host;
    }
    int moved = history.host(endpoint, at);
    return moved >= 0 && hostOf[moved] == SHARED ? SHARED : moved;
  }

  /** The host at an instant; where none is known, or several, the endpoint itself as a place. */
  int place(int endpoint, long at) {
    int host = host(endpoint, at);
    if (host >= 0 || endpoint < 0) {
      return host >= 0 ? host : endpoint;
    }
    int moved = host == SHARED && hostOf[endpoint] == MOVED ? history.host(endpoint, at) : -1;
    return moved >= 0 ? moved : placeOf[endpoint];
  }

  /** Whether the endpoint is an address rather than a name. */
  boolean address(int endpoint) {
    return isAddress(texts.get(endpoint));
  }

  String text(int endpoint) {
    return texts.get(endpoint);
  }

  /** Number of a name; -1 where neither logs nor case file know it. */
  int number(String name) {
    return numbers.getOrDefault(canonical(name), -1);
  }

  /** Numbers of all endpoints that stand for the host, ever. */
  int[] namesOf(int host) {
    return numbersOf.getOrDefault(host, new int[] {host});
  }

  /** Other names and addresses under which logs show the host, sorted. */
  List<String> otherNames(int host) {
    return List.copyOf(namesOf.getOrDefault(host, Set.of()));
  }
}

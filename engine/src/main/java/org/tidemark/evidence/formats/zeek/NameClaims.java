package org.tidemark.evidence.formats.zeek;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the lines of one unit call an address, and which of it may be believed. An address is named
 * by what its host proved; else by what it is called, if by one name only; else by the one name
 * that it alone asked its subnet for, that nobody answered for, and that is nobody else's.
 */
final class NameClaims {
  /** Names that many hosts ask for and none has: proxies, tunnels, workgroups (MS-NBTE, WPAD). */
  private static final Set<String> NO_HOSTS =
      Set.of("*", "wpad", "isatap", "workgroup", "mshome", "localdomain");

  /** Addresses that are remembered; a network of more is not settled by guesses. */
  private static final int MAX_ADDRESSES = 1 << 18;

  /** A name for an address; {@code record} is the first line that says so, times µs UTC. */
  record Claim(String name, int record, long first, long last) {
    Claim seen(long at) {
      return new Claim(name, record, Math.min(first, at), Math.max(last, at));
    }
  }

  private final Map<String, Set<String>> proven = new HashMap<>();
  private final Map<String, SortedMap<String, Claim>> called = new HashMap<>();
  private final Map<String, SortedMap<String, Claim>> asked = new HashMap<>();
  private final Map<String, Set<String>> askers = new HashMap<>();
  private final Set<String> answered = new HashSet<>();
  private final Set<String> domains = new HashSet<>();
  private final SortedMap<String, Claim> settled = new TreeMap<>();

  void proven(String name, String address) {
    if (proven.size() < MAX_ADDRESSES) {
      proven.computeIfAbsent(address, key -> new TreeSet<>()).add(name);
    }
  }

  void called(String name, String address, int record, long at) {
    add(called, name, address, record, at);
  }

  void asked(String name, String asker, int record, long at) {
    add(asked, name, asker, record, at);
    if (askers.size() < MAX_ADDRESSES) {
      askers.computeIfAbsent(name, key -> new HashSet<>()).add(asker);
    }
  }

  private static void add(
      Map<String, SortedMap<String, Claim>> claims,
      String name,
      String address,
      int record,
      long at) {
    if (claims.size() < MAX_ADDRESSES) {
      Claim claim = new Claim(name, record, at, at);
      claims
          .computeIfAbsent(address, key -> new TreeMap<>())
          .merge(name, claim, (known, added) -> known.seen(at));
    }
  }

  void answered(String name) {
    answered.add(name);
  }

  void domain(String label) {
    if (!label.isEmpty() && domains.size() < MAX_ADDRESSES) {
      domains.add(label);
    }
  }

  /** Claims to believe, by address. */
  SortedMap<String, Claim> settle() {
    called.forEach((address, names) -> {
      List<Claim> left = names.values().stream()
          .filter(claim -> !domains.contains(claim.name()))
          .toList();
      if (left.size() == 1 && !proven.containsKey(address)) {
        settled.put(address, left.get(0));
      }
    });
    Map<String, Set<String>> holders = holders();
    asked.forEach((address, names) -> {
      List<Claim> left = names.values().stream()
          .filter(claim -> mayBeOwn(claim.name(), holders.getOrDefault(claim.name(), Set.of())))
          .toList();
      if (left.size() == 1 && !proven.containsKey(address) && !called.containsKey(address)) {
        settled.put(address, left.get(0));
      }
    });
    return settled;
  }

  private boolean mayBeOwn(String name, Set<String> holders) {
    return holders.isEmpty()
        && askers.getOrDefault(name, Set.of()).size() == 1
        && !answered.contains(name)
        && !domains.contains(name)
        && !NO_HOSTS.contains(name);
  }

  /** Addresses that each name is known to stand for. */
  private Map<String, Set<String>> holders() {
    Map<String, Set<String>> holders = new HashMap<>();
    proven.forEach((address, names) -> names.forEach(
        name -> holders.computeIfAbsent(name, key -> new HashSet<>()).add(address)));
    called.forEach((address, names) -> names
        .keySet()
        .forEach(name -> holders.computeIfAbsent(name, key -> new HashSet<>()).add(address)));
    return holders;
  }

  /** The address's one name, once {@link #settle} was called. */
  Optional<String> nameOf(String address) {
    Set<String> own = proven.getOrDefault(address, Set.of());
    return own.isEmpty()
        ? Optional.ofNullable(settled.get(address)).map(Claim::name)
        : own.size() == 1 ? Optional.of(own.iterator().next()) : Optional.empty();
  }
}

package org.tidemark.casefile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which organisation a host, an address or an account belongs to, as case.yaml says: the longest
 * match wins, everyone else is {@link #OUTSIDE}. Immutable; safe from any thread.
 */
public final class Organisations {
  /** Everyone whom the case file does not name. No organisation may have this id. */
  public static final String OUTSIDE = "outside";

  private record HostRule(Glob glob, String organisation) {}

  private record NetworkRule(Network network, String organisation) {}

  private final List<HostRule> hosts = new ArrayList<>();
  private final List<NetworkRule> networks = new ArrayList<>();
  private final Map<String, String> domains = new HashMap<>();

  public Organisations(List<CaseFile.Organisation> organisations) {
    for (CaseFile.Organisation organisation : organisations) {
      String id = organisation.id();
      organisation.hosts().forEach(h -> hosts.add(new HostRule(Glob.ofHost(h), id)));
      organisation.networks().stream()
          .flatMap(n -> Network.parse(n).stream())
          .forEach(n -> networks.add(new NetworkRule(n, id)));
      organisation.domains().forEach(d -> domains.putIfAbsent(d.toLowerCase(Locale.ROOT), id));
    }
  }

  /**
   * The organisation of a host by its name, or of an address by its network; {@code outside} else.
   */
  public String ofHost(String nameOrAddress) {
    return best(nameOrAddress).orElse(OUTSIDE);
  }

  /** Like {@link #ofHost}, by the first of a host's names that any organisation claims. */
  public String ofHost(List<String> names) {
    return names.stream().flatMap(n -> best(n).stream()).findFirst().orElse(OUTSIDE);
  }

  /**
   * The organisation of a domain: {@code THESHIRE}, {@code theshire.local}. The name as written
   * wins, then its first label.
   */
  public String ofDomain(String domain) {
    String folded = domain.toLowerCase(Locale.ROOT);
    int dot = folded.indexOf('.');
    String label = dot < 0 ? folded : folded.substring(0, dot);
    String whole = domains.getOrDefault(folded, "");
    if (!whole.isEmpty()) {
      return whole;
    }
    return domains.entrySet().stream()
        .filter(e -> e.getKey().equals(label) || e.getKey().startsWith(label + "."))
        .min(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .orElse(OUTSIDE);
  }

  /**
   * The organisation of an account {@code domain\name} or {@code name@domain}; {@code outside}
   * else.
   */
  public String ofAccount(String account) {
    int slash = account.indexOf('\\');
    if (slash > 0) {
      return ofDomain(account.substring(0, slash));
    }
    int at = account.lastIndexOf('@');
    return at < 0 ? OUTSIDE : ofDomain(account.substring(at + 1));
  }

  /**
   * The organisations that claim a host by globs of one length, when they are several: the case
   * file must say more. Sorted; empty when at most one claims it.
   */
  public List<String> contested(String name) {
    int longest = longest(name);
    List<String> claims = hosts.stream()
        .filter(r -> r.glob().literals() == longest && r.glob().matches(name))
        .map(HostRule::organisation)
        .distinct()
        .sorted()
        .toList();
    return claims.size() > 1 ? claims : List.of();
  }

  private int longest(String name) {
    return hosts.stream()
        .filter(r -> r.glob().matches(name))
        .mapToInt(r -> r.glob().literals())
        .max()
        .orElse(-1);
  }

  // Among globs of one length the first in the file wins, so that the answer never depends on
  // chance;
  // contested() tells.
  private Optional<String> best(String name) {
    if (Network.isAddress(name)) {
      NetworkRule best = null;
      for (NetworkRule rule : networks) {
        if (rule.network().contains(name)
            && (best == null || rule.network().prefix() > best.network().prefix())) {
          best = rule;
        }
      }
      if (best != null) {
        return Optional.of(best.organisation());
      }
    }
    int longest = longest(name);
    return hosts.stream()
        .filter(r -> r.glob().literals() == longest && r.glob().matches(name))
        .map(HostRule::organisation)
        .findFirst();
  }
}

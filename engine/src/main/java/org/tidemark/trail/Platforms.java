package org.tidemark.trail;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.Organisations;

/**
 * Directories and identity providers that fell (RULES.md section 3). From its fall on, nothing that
 * a platform vouches for proves who acts: its accounts, in every organisation that trusts it, are
 * one set with a count. An administrator's network logon alone is no fall: it could have been one.
 */
final class Platforms {
  private final CaseFile caseFile;
  private final Endpoints endpoints;
  private final Accounts accounts;
  private final Organisations organisations;
  private final Map<String, Trail.Platform> fallen = new LinkedHashMap<>();
  private final Map<String, Trail.Platform> doubtful = new LinkedHashMap<>();

  /** By account, the first fall of what vouches for it; empty until one falls. */
  private Holds.@Nullable Hold[] vouching = {};

  Platforms(
      CaseFile caseFile, Endpoints endpoints, Accounts accounts, Organisations organisations) {
    this.caseFile = caseFile;
    this.endpoints = endpoints;
    this.accounts = accounts;
    this.organisations = organisations;
  }

  /** The platform on a host fell when the hold began. */
  void fall(String host, Holds.Hold hold, Rule rule) {
    Trail.Platform known = fallen.get(host);
    if (known != null && known.grade().compareTo(hold.grade()) <= 0) {
      return;
    }
    Set<String> domains = domains(host);
    if (known == null) {
      fallen.put(host, platform(host, hold, rule, vouched(domains), domains));
    } else {
      // A surer proof of the same fall: the first instant stays.
      fallen.put(
          host,
          new Trail.Platform(
              host, known.at(), hold.grade(), rule, known.vouchedFor(), known.domains()));
    }
    if (vouching.length == 0) {
      vouching = new Holds.Hold[accounts.size()];
    }
    for (int account = 0; account < vouching.length; account++) {
      if (vouching[account] == null && domains.contains(accounts.domain(account))) {
        vouching[account] = hold;
      }
    }
  }

  /** An administrator of the host could have made it fall; nothing shows it. */
  void doubt(String host, Holds.Hold hold) {
    doubtful.putIfAbsent(host, platform(host, hold, Rule.COULD_HAVE_FALLEN, 0, domains(host)));
  }

  /** Whether a host vouches for accounts: a controller, or where a declared trust stands. */
  boolean vouches(int host, Set<Integer> controllers) {
    String name = endpoints.text(host);
    return controllers.contains(host)
        || caseFile.trust().stream()
            .anyMatch(
                link -> link.at().map(Endpoints::canonical).filter(name::equals).isPresent());
  }

  private static Trail.Platform platform(
      String host, Holds.Hold hold, Rule rule, long vouched, Set<String> domains) {
    return new Trail.Platform(
        host,
        HostClocks.instant(hold.from()),
        hold.grade(),
        rule,
        vouched,
        domains.stream().sorted().toList());
  }

  private long vouched(Set<String> domains) {
    long vouched = 0;
    for (int account = 0; account < accounts.size(); account++) {
      boolean counts = accounts.of(account) == account && !accounts.machine(account);
      vouched += counts && domains.contains(accounts.domain(account)) ? 1 : 0;
    }
    return vouched;
  }

  /**
   * Domains that the platform on a host vouches for, as account names show them: those of its own
   * organisation and of those that declared trust ties to it.
   */
  private Set<String> domains(String host) {
    Set<String> who = new HashSet<>(Set.of(organisations.ofHost(host)));
    for (CaseFile.TrustLink link : caseFile.trust()) {
      if (link.at().map(Endpoints::canonical).filter(host::equals).isPresent()) {
        who.add(link.from());
        who.add(link.to());
      }
    }
    Set<String> domains = new HashSet<>();
    caseFile.organisations().stream()
        .filter(o -> who.contains(o.id()))
        .flatMap(o -> o.domains().stream())
        .forEach(domain -> domains.add(domain.toLowerCase(Locale.ROOT).split("\\.", 2)[0]));
    return domains;
  }

  /** The fall of the platform that vouches for the account, if it fell before. */
  Optional<Holds.Hold> vouchingFor(int account, long at) {
    Holds.Hold hold = account < 0 || vouching.length == 0 ? null : vouching[account];
    return hold == null || hold.from() > at ? Optional.empty() : Optional.of(hold);
  }

  /** By the order of their fall. */
  List<Trail.Platform> fallen() {
    return List.copyOf(fallen.values());
  }

  /** Platforms whose administrator the intruder was, and of which nothing more is seen. */
  List<Trail.Platform> inDoubt() {
    List<Trail.Platform> list = new ArrayList<>(doubtful.values());
    list.removeIf(platform -> fallen.containsKey(platform.host()));
    return list;
  }

  /** What keeps the count from being known, in words. */
  List<String> problems() {
    return fallen().stream()
        .filter(platform -> platform.domains().isEmpty())
        .map(platform -> "organisations: the directory on '" + platform.host() + "' fell, and its"
            + " organisation names no domains, so no account is known to hang on it. Add"
            + " `domains:` to the organisation of that host.")
        .toList();
  }
}

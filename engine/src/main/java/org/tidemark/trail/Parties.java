package org.tidemark.trail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.casefile.Organisations;

/** Organisations of places and accounts as small numbers, each looked up once. */
final class Parties {
  private static final int UNKNOWN = -1;
  private static final int MOST = 1 << 15;

  private final Organisations organisations;
  private final Endpoints endpoints;
  private final Accounts accounts;
  private final int[] sourceOf;
  private final int[] ofPlace;
  private final int[] ofAccount;
  private final List<String> ids = new ArrayList<>();
  private final Map<String, Integer> networks = new HashMap<>();

  Parties(Organisations organisations, Endpoints endpoints, Accounts accounts) {
    this.organisations = organisations;
    this.endpoints = endpoints;
    this.accounts = accounts;
    this.sourceOf = new int[endpoints.size()];
    this.ofPlace = new int[endpoints.size()];
    Arrays.fill(sourceOf, UNKNOWN);
    this.ofAccount = new int[accounts.size()];
    Arrays.fill(ofPlace, UNKNOWN);
    Arrays.fill(ofAccount, UNKNOWN);
  }

  /**
   * The source as habits know it: a host, or the network of an address that is no host's. Pools
   * give one person another address each day, so an address alone says nothing of a habit.
   *
   * @return -1 = no source
   */
  int source(int place) {
    if (place < 0) {
      return place;
    }
    if (sourceOf[place] == UNKNOWN) {
      sourceOf[place] = endpoints.address(place)
          ? -2 - networks.computeIfAbsent(networkOf(endpoints.text(place)), t -> networks.size())
          : place;
    }
    return sourceOf[place];
  }

  /** Whether the place is known by its network alone. */
  boolean network(int place) {
    return place >= 0 && endpoints.address(place);
  }

  /** 24 bits of an IPv4 address, four groups of an IPv6 address as written. */
  private static String networkOf(String address) {
    int end = 0;
    boolean six = address.indexOf(':') >= 0;
    for (int parts = 0; parts < (six ? 4 : 3) && end >= 0; parts++) {
      int next = address.indexOf(six ? ':' : '.', end);
      if (next < 0 || six && address.startsWith("::", next)) {
        return next < 0 ? address : address.substring(0, next);
      }
      end = next + 1;
    }
    return address.substring(0, end);
  }

  /** Organisation of a host or address; -1 = no place. */
  int ofPlace(int place) {
    if (place >= 0 && ofPlace[place] == UNKNOWN) {
      ofPlace[place] = number(organisations.ofHost(endpoints.text(place)));
    }
    return place < 0 ? UNKNOWN : ofPlace[place];
  }

  /** Organisation that vouches for an account. */
  int ofAccount(int account) {
    if (ofAccount[account] == UNKNOWN) {
      ofAccount[account] = number(organisations.ofAccount(accounts.text(account)));
    }
    return ofAccount[account];
  }

  /** From which organisation to which, as one number; -1 = no source. */
  int crossing(int place, int to) {
    return place < 0 || to < 0 ? UNKNOWN : ofPlace(place) * MOST + ofPlace(to);
  }

  String id(int organisation) {
    return ids.get(organisation);
  }

  private int number(String id) {
    int known = ids.indexOf(id);
    if (known < 0) {
      ids.add(id);
      known = ids.size() - 1;
    }
    return known;
  }
}

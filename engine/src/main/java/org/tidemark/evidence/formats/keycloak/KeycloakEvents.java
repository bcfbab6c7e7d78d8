package org.tidemark.evidence.formats.keycloak;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tidemark.evidence.ActKind;
import org.tidemark.evidence.EndpointName;
import org.tidemark.evidence.FactSink;
import org.tidemark.evidence.LogonType;
import org.tidemark.evidence.SessionMarkKind;
import org.tidemark.evidence.WrittenTime;
import org.tidemark.evidence.formats.SessionNumber;

/**
 * What Keycloak's events say. What an intruder holds is a session, so every event carries its
 * number; a session's first use of a client from an address on a day is a logon, and which uses
 * were first is remembered for one file. A name that was tried and that no account has is not kept:
 * people type passwords there.
 *
 * @see <a href="https://www.keycloak.org/docs/latest/server_admin/#event-types">Event types</a>
 */
final class KeycloakEvents {
  private static final long DAY_MICROS = 86_400_000_000L;
  private static final int MAX_REMEMBERED = 1 << 20;

  /** Events in which a session or a client's credential was used at a client. */
  private static final Set<String> USES = Set.of(
      "LOGIN", "CODE_TO_TOKEN", "REFRESH_TOKEN", "TOKEN_EXCHANGE", "CLIENT_LOGIN", "IMPERSONATE");

  /** Events that change an account; those of the account's own session as well. */
  private static final Set<String> CHANGES = Set.of(
      "REGISTER",
      "UPDATE_PASSWORD",
      "RESET_PASSWORD",
      "UPDATE_CREDENTIAL",
      "REMOVE_CREDENTIAL",
      "UPDATE_TOTP",
      "REMOVE_TOTP",
      "UPDATE_EMAIL",
      "FEDERATED_IDENTITY_LINK",
      "REMOVE_FEDERATED_IDENTITY",
      "DELETE_ACCOUNT",
      "TOKEN_EXCHANGE",
      "IMPERSONATE");

  private final WrittenTime time = new WrittenTime();
  private final SessionNumber sessions = new SessionNumber();
  private final Set<String> usesSeen = new HashSet<>();
  private final Map<Long, Set<String>> placesOf = new HashMap<>();
  private final Map<Integer, Integer> nameOf = new HashMap<>();
  private Map<String, String> fields = Map.of();

  /** Reads an event; empty fields are a line that is none. */
  void read(Map<String, String> event, FactSink sink) {
    fields = event;
    if (event.isEmpty()) {
      sink.ignored("no-event");
      return;
    }
    boolean admin = !text("operationType").isEmpty();
    String realm = text("realmName").isEmpty() ? text("realmId") : text("realmName");
    if (realm.isEmpty() || !admin && text("type").isEmpty() || !giveTime(sink)) {
      sink.unparsed();
      return;
    }
    realm = realm.toLowerCase(Locale.ROOT);
    String ignored = admin ? administered(realm, sink) : acted(realm, sink);
    if (ignored.isEmpty()) {
      sink.used();
    } else {
      sink.ignored(ignored);
    }
  }

  private boolean giveTime(FactSink sink) {
    String written = text(KeycloakText.TIME);
    if (written.length() == 13 && written.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return sink.at(Long.parseLong(written) * 1000, 0);
    }
    if (!time.read(written)) {
      return false;
    }
    return time.hasZone()
        ? sink.at(time.utcMicros(), time.zoneMinutes())
        : sink.atLocal(time.localMicros());
  }

  private String acted(String realm, FactSink sink) {
    String type = text("type");
    String client = text("clientId").toLowerCase(Locale.ROOT);
    String place = "keycloak/" + realm + (client.isEmpty() ? "" : "/" + client);
    int host = sink.endpoint(place);
    sink.writtenBy(host);
    sink.shows(ActKind.LOGON);
    long session = text("sessionId").isEmpty() ? 0 : sessions.of(text("sessionId"));
    if (type.equals("LOGIN_ERROR")) {
      int account = text("userId").isEmpty() ? -1 : account(realm, sink);
      sink.logon(account, from(sink), host, session, LogonType.CLOUD, false, -1);
      return "";
    }
    boolean refused = type.endsWith("_ERROR") || !text("error").isEmpty();
    if (refused || !USES.contains(type) && !CHANGES.contains(type) && !type.equals("LOGOUT")) {
      return refused ? "refused" : "event-not-used";
    }
    int account = account(realm, sink);
    if (type.equals("LOGOUT")) {
      Set<String> places = placesOf.getOrDefault(session, Set.of(place));
      for (String used : new TreeSet<>(places)) {
        sink.mark(sink.endpoint(used), account, session, SessionMarkKind.END);
      }
      return "";
    }
    boolean used = USES.contains(type) && use(type, place, account, session, sink);
    if (CHANGES.contains(type)) {
      changed(type, realm, host, account, session, sink);
      used = true;
    }
    return used ? "" : "use-already-known";
  }

  private boolean use(String type, String place, int account, long session, FactSink sink) {
    int from = from(sink);
    int host = sink.endpoint(place);
    long day = Math.floorDiv(sink.at(), DAY_MICROS);
    String key = session + " " + account + " " + from + " " + place + " " + day;
    boolean first = usesSeen.size() >= MAX_REMEMBERED || usesSeen.add(key);
    if (!first && !type.equals("LOGIN")) {
      return false;
    }
    if (session != 0 && placesOf.size() < MAX_REMEMBERED) {
      placesOf.computeIfAbsent(session, s -> new HashSet<>()).add(place);
    }
    sink.logon(account, from, host, session, LogonType.CLOUD, true, -1);
    return true;
  }

  /** Who impersonates stands in the details; the session that it opens is the other's. */
  private void changed(
      String type, String realm, int host, int account, long session, FactSink sink) {
    sink.shows(ActKind.CHANGE);
    String who = text("impersonator");
    if (!type.equals("IMPERSONATE") || who.isEmpty()) {
      sink.change(host, account, account, session, sink.object(type), -1);
      return;
    }
    String theirs = text("impersonator_realm");
    int by = sink.account(name(theirs.isEmpty() ? realm : theirs, who));
    sink.change(host, by, account, session, sink.object(type), account);
  }

  /**
   * An administrator's act on {@code users/ID/…}; the kind of act is written as the log's operation
   * and resource, and for a user what of it ({@code ACTION USER reset-password}).
   */
  private String administered(String realm, FactSink sink) {
    int host = sink.endpoint("keycloak/" + realm);
    sink.writtenBy(host);
    sink.shows(ActKind.CHANGE);
    if (!text("error").isEmpty()) {
      return "refused";
    }
    String adminRealm = text("adminRealm").isEmpty() ? realm : text("adminRealm");
    int by = known(sink.account(name(adminRealm, text("userId"))));
    String[] path = text("resourcePath").split("/", -1);
    boolean user = path.length > 1 && path[0].equals("users");
    int target = user ? known(sink.account(name(realm, path[1]))) : -1;
    String kind = text("operationType") + " " + text("resourceType");
    String part = user && path.length > 2 && text("resourceType").equals("USER")
        ? " " + path[path.length - 1]
        : "";
    sink.change(host, by, target, 0, sink.object(kind + part), -1);
    return "";
  }

  /** The account by its name where the event has one; its id is another name of it. */
  private int account(String realm, FactSink sink) {
    int id = sink.account(name(realm, text("userId")));
    String written = text("username");
    if (written.isEmpty() && id < 0 && text("type").equals("CLIENT_LOGIN")) {
      written = text("clientId");
    }
    int named = sink.account(name(realm, written));
    sink.sameAccount(named, id);
    if (named >= 0 && id >= 0 && nameOf.size() < MAX_REMEMBERED) {
      nameOf.put(id, named);
    }
    return named >= 0 ? named : known(id);
  }

  /** The account's name where an event of this file showed it beside the id; else the id. */
  private int known(int id) {
    return nameOf.getOrDefault(id, id);
  }

  /** {@code realm\name}; a name that is an address of mail keeps its domain. */
  private static String name(String realm, String written) {
    String account = written.strip().toLowerCase(Locale.ROOT);
    return account.isEmpty() ? "" : realm.toLowerCase(Locale.ROOT) + "\\" + account;
  }

  private int from(FactSink sink) {
    return sink.endpoint(EndpointName.of(text("ipAddress")));
  }

  private String text(String field) {
    return fields.getOrDefault(field, "");
  }
}

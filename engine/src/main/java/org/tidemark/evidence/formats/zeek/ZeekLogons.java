package org.tidemark.evidence.formats.zeek;

import java.util.Locale;
import java.util.Set;
import org.tidemark.evidence.AccountName;
import org.tidemark.evidence.EndpointName;
import org.tidemark.evidence.ExecutionKind;
import org.tidemark.evidence.FactSink;
import org.tidemark.evidence.LogonType;
import org.tidemark.evidence.formats.zeek.ZeekLine.Field;

/**
 * Logons and tickets that a sensor saw: ntlm, kerberos, ssh, and WinRM in http. Logs that show only
 * how a connection began (rdp) prove no logon.
 *
 * @see <a href="https://docs.zeek.org/en/master/logs/kerberos.html">kerberos.log</a>
 * @see <a href="https://docs.zeek.org/en/master/logs/ntlm.html">ntlm.log</a>
 */
final class ZeekLogons {
  private static final int KERBEROS = 88;
  private static final int WINRM = 5985;
  private static final int WINRM_TLS = 5986;

  /** Services of a directory itself: tickets for them are its daily work. */
  private static final Set<String> DIRECTORY_SERVICES =
      Set.of("krbtgt", "kadmin", "ldap", "gc", "dns");

  private static final Set<String> REFUSED = Set.of(
      "KDC_ERR_PREAUTH_FAILED",
      "KDC_ERR_CLIENT_REVOKED",
      "KDC_ERR_C_PRINCIPAL_UNKNOWN",
      "KDC_ERR_KEY_EXPIRED");

  /** Bytes of an answer that says more than which product and version WinRM is. */
  private static final long IDENTIFICATION = 4L << 10;

  private final SessionsShown challenged = new SessionsShown();
  private final ZeekLine line;
  private final SessionsShown shown;
  private final ZeekNames names;

  ZeekLogons(ZeekLine line, SessionsShown shown, ZeekNames names) {
    this.line = line;
    this.shown = shown;
    this.names = names;
  }

  String ntlm(FactSink sink) {
    int from = sink.endpoint(line.client());
    int to = sink.endpoint(line.server());
    names.domain(line.text(Field.DOMAINNAME));
    String server = line.text(has(Field.SERVER_NB) ? Field.SERVER_NB : Field.SERVER_DNS);
    names.own(EndpointName.of(server), line.server(), sink);
    if (!has(Field.SUCCESS)) {
      return server.isEmpty() ? "outcome-not-seen" : "";
    }
    String account = AccountName.of(line.text(Field.USERNAME), line.text(Field.DOMAINNAME));
    if (account.isEmpty()) {
      return "anonymous";
    }
    boolean succeeded = line.isTrue(Field.SUCCESS);
    if (succeeded) {
      names.perhaps(EndpointName.of(line.text(Field.HOSTNAME)), line.client(), sink);
      shown.first(line.connection());
    }
    sink.logon(sink.account(account), from, to, line.session(), LogonType.NETWORK, succeeded, -1);
    return "";
  }

  /**
   * A line without a kind of request is the client's ticket inside another connection: what the
   * server answered is not in it.
   */
  String kerberos(FactSink sink) {
    boolean succeeded = line.isTrue(Field.SUCCESS);
    String client = account(line.text(Field.CLIENT));
    if (!has(Field.REQUEST_TYPE)) {
      if (!succeeded || client.isEmpty() || line.serverPort() == KERBEROS) {
        return "answer-not-seen";
      }
      shown.first(line.connection());
      sink.logon(
          sink.account(client),
          sink.endpoint(line.client()),
          sink.endpoint(line.server()),
          line.session(),
          LogonType.NETWORK,
          true,
          -1);
      return "";
    }
    if (succeeded) {
      names.controller(line.server(), sink);
      machine(client, sink);
    }
    if (client.isEmpty()) {
      return "answer-not-seen";
    }
    return line.is(Field.REQUEST_TYPE, "TGS")
        ? ticket(client, succeeded, sink)
        : granting(client, succeeded, sink);
  }

  /** Only answers that refuse a proof of identity are failures; the first asks for that proof. */
  private String granting(String client, boolean succeeded, FactSink sink) {
    if (!succeeded && !REFUSED.contains(line.text(Field.ERROR_MSG))) {
      return "proof-asked-for";
    }
    sink.logon(
        sink.account(client),
        sink.endpoint(line.client()),
        sink.endpoint(line.server()),
        0,
        LogonType.TICKET_GRANTING,
        succeeded,
        succeeded ? sink.object(line.text(Field.CIPHER)) : -1);
    return "";
  }

  /** {@code cifs/HOST}, {@code http/host.domain:port}, {@code HOST$}. */
  private String ticket(String client, boolean succeeded, FactSink sink) {
    String service = line.text(Field.SERVICE);
    int slash = service.indexOf('/');
    String kind = slash < 0 ? "" : service.substring(0, slash).toLowerCase(Locale.ROOT);
    if (DIRECTORY_SERVICES.contains(kind)) {
      return "ticket-for-the-directory";
    }
    String host = service.substring(slash + 1);
    if (slash < 0 && !host.endsWith("$")) {
      return "ticket-of-account";
    }
    int end = host.length();
    for (char stop : new char[] {'/', ':', '$', '@'}) {
      int at = host.indexOf(stop);
      end = at >= 0 && at < end ? at : end;
    }
    String name = EndpointName.of(host.substring(0, end));
    if (name.isEmpty()) {
      return "ticket-of-account";
    }
    sink.logon(
        sink.account(client),
        sink.endpoint(line.client()),
        sink.endpoint(name),
        0,
        LogonType.TICKET,
        succeeded,
        succeeded ? sink.object(line.text(Field.CIPHER)) : -1);
    return "";
  }

  /** A machine account that got a ticket sits at the address that asked. */
  private void machine(String client, FactSink sink) {
    if (client.endsWith("$")) {
      String name = client.substring(client.indexOf('\\') + 1, client.length() - 1);
      names.own(EndpointName.of(name), line.client(), sink);
    }
  }

  /** {@code name/REALM}; the name itself may hold a slash. */
  private String account(String client) {
    int slash = client.lastIndexOf('/');
    if (slash < 0) {
      return AccountName.of(client);
    }
    String realm = client.substring(slash + 1);
    names.domain(realm);
    return AccountName.of(client.substring(0, slash), realm);
  }

  String ssh(FactSink sink) {
    if (!has(Field.AUTH_SUCCESS)) {
      return "outcome-not-seen";
    }
    boolean succeeded = line.isTrue(Field.AUTH_SUCCESS);
    sink.logon(
        -1,
        sink.endpoint(line.client()),
        sink.endpoint(line.server()),
        line.session(),
        LogonType.SHELL,
        succeeded,
        sink.object(line.text(Field.CLIENT)));
    return "";
  }

  /**
   * WinRM answers 200 to whom it accepted, but also to anybody who asks what it is. So the answer
   * must follow a demand for credentials, or be to a shell of PowerShell, or be long. Hosts that
   * forward events speak to it too: that is no logon of anybody.
   */
  String http(FactSink sink) {
    String path = line.text(Field.URI).toLowerCase(Locale.ROOT);
    boolean port = line.serverPort() == WINRM || line.serverPort() == WINRM_TLS;
    if (!path.startsWith("/wsman") && !port) {
      return "http-not-used";
    }
    if (path.contains("subscription")) {
      return "event-forwarding";
    }
    long status = line.number(Field.STATUS_CODE);
    if (status == 401) {
      challenged.first(line.connection());
    }
    if (status != 200
        || !challenged.known(line.connection())
            && !path.contains("psversion=")
            && line.number(Field.RESPONSE_BODY_LEN) < IDENTIFICATION) {
      return "not-accepted";
    }
    long session = line.session();
    if (!shown.first(line.connection())) {
      return "session-already-known";
    }
    int to = sink.endpoint(line.server());
    int account = sink.account(AccountName.of(line.text(Field.USERNAME)));
    int agent = sink.object(line.text(Field.USER_AGENT));
    sink.logon(account, sink.endpoint(line.client()), to, session, LogonType.NETWORK, true, agent);
    sink.execution(to, account, session, sink.object("winrm"), -1, ExecutionKind.PROCESS);
    return "";
  }

  private boolean has(Field field) {
    return line.has(field);
  }
}

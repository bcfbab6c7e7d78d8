package org.tidemark.evidence.formats;

import org.tidemark.evidence.AccountName;
import org.tidemark.evidence.ActKind;
import org.tidemark.evidence.EndpointName;
import org.tidemark.evidence.FactSink;
import org.tidemark.evidence.LogonType;
import org.tidemark.evidence.SessionMarkKind;

/** Logons in Windows events: 4624, 4625, their ends, credentials sent out, administrator rights. */
final class WindowsLogons {
  /**
   * A status: nobody has this name. It is not kept, as people type passwords there (MS-ERREF,
   * STATUS_NO_SUCH_USER).
   */
  static final long NO_SUCH_USER = 0xc000_0064L;

  private WindowsLogons() {}

  /** 4624: a session was opened; 4625: it was refused. */
  static boolean logon(WindowsRecord event, boolean succeeded, FactSink sink) {
    sink.shows(ActKind.LOGON);
    int host = event.host();
    int from = event.from(sink);
    String name = AccountName.of(
        event.text(WindowsField.TARGET_USER), event.text(WindowsField.TARGET_DOMAIN));
    if (succeeded && from >= 0 && name.endsWith("$")) {
      String machine = name.substring(name.indexOf('\\') + 1, name.length() - 1);
      ownAddress(sink, EndpointName.of(machine), from);
    }
    LogonType type = LogonType.of((int) event.number(WindowsField.LOGON_TYPE, 0));
    if (from < 0) {
      from = workstation(event, type, sink);
    }
    boolean nobody = event.number(WindowsField.SUB_STATUS, 0) == NO_SUCH_USER;
    int account = nobody ? -1 : sink.account(name);
    long session = event.session(WindowsField.TARGET_LOGON);
    sink.logon(account, from, host, session, type, succeeded, protection(event, sink));
    if (succeeded) {
      if (!isLocal(name, sink.endpointName(host))) {
        event.sameAccount(account, WindowsField.TARGET_USER_SID, sink);
      }
      if (type == LogonType.NEW_CREDENTIALS) {
        outbound(event, session, sink);
      }
    }
    return true;
  }

  /** Whether the host itself vouches for the account. */
  private static boolean isLocal(String account, String host) {
    return account.length() > host.length()
        && account.charAt(host.length()) == '\\'
        && account.startsWith(host);
  }

  /** What kept the credentials away from the host; -1 where nothing did. */
  private static int protection(WindowsRecord event, FactSink sink) {
    if (yes(event, WindowsField.RESTRICTED_ADMIN)) {
      return sink.object("restricted-admin");
    }
    return yes(event, WindowsField.CREDENTIAL_GUARD) ? sink.object("remote-credential-guard") : -1;
  }

  private static boolean yes(WindowsRecord event, WindowsField field) {
    return event.is(field, "%%1842") || event.is(field, "Yes");
  }

  /**
   * A session of new credentials acts on the host as before, and elsewhere as the account whose
   * password was entered.
   */
  private static void outbound(WindowsRecord event, long session, FactSink sink) {
    int account = event.account(WindowsField.OUTBOUND_USER, WindowsField.OUTBOUND_DOMAIN, sink);
    if (account >= 0) {
      sink.logon(account, -1, event.host(), session, LogonType.NEW_CREDENTIALS, true, -1);
    }
  }

  private static int workstation(WindowsRecord event, LogonType type, FactSink sink) {
    String workstation = event.endpoint(WindowsField.WORKSTATION_NAME);
    boolean itself = workstation.equals(sink.endpointName(event.host()))
        || EndpointName.isLoopback(workstation)
        || EndpointName.isLoopback(event.endpoint(WindowsField.IP_ADDRESS));
    // A network logon over loopback was made by a program on the host. A desktop's workstation is
    // the host itself wherever its client sits.
    boolean network = type == LogonType.NETWORK || type == LogonType.NETWORK_CLEARTEXT;
    return !itself ? sink.endpoint(workstation) : network ? event.host() : -1;
  }

  private static void ownAddress(FactSink sink, String machine, int from) {
    if (!machine.isEmpty() && EndpointName.isUnicast(sink.endpointName(from))) {
      sink.ownAddress(sink.endpoint(machine), from);
    }
  }

  /** 4634, 4647: a session ended. */
  static boolean logoff(WindowsRecord event, FactSink sink) {
    sink.shows(ActKind.LOGON);
    long session = event.session(WindowsField.TARGET_LOGON);
    sink.mark(event.host(), event.target(sink), session, SessionMarkKind.END);
    return true;
  }

  /** 4672: the account holds administrator rights in the session. */
  static boolean privileges(WindowsRecord event, FactSink sink) {
    sink.shows(ActKind.LOGON);
    sink.mark(event.host(), event.subject(sink), event.subjectSession(), SessionMarkKind.ADMIN);
    return true;
  }

  /** 4648: credentials were sent out to another host. */
  static boolean explicit(WindowsRecord event, FactSink sink) {
    sink.shows(ActKind.LOGON);
    int host = event.host();
    String server = EndpointName.of(server(event.text(WindowsField.TARGET_SERVER)));
    if (server.isEmpty()
        || EndpointName.isLoopback(server)
        || server.equals(sink.endpointName(host))) {
      return WindowsRecord.ignore(sink, "credentials-used-locally");
    }
    int to = sink.endpoint(server);
    long session = event.subjectSession();
    sink.logon(event.target(sink), host, to, session, LogonType.EXPLICIT, true, -1);
    return true;
  }

  /** {@code fs01.example} of {@code cifs/fs01.example} and {@code MSSQLSvc/fs01.example:1433}. */
  private static String server(String written) {
    int slash = written.indexOf('/');
    if (slash < 0) {
      return written;
    }
    String host = written.substring(slash + 1);
    int end = 0;
    while (end < host.length() && host.charAt(end) != '/' && host.charAt(end) != ':') {
      end++;
    }
    return host.substring(0, end);
  }
}

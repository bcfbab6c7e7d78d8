package org.tidemark.evidence.formats;

import org.tidemark.evidence.AccountName;
import org.tidemark.evidence.ActKind;
import org.tidemark.evidence.EndpointName;
import org.tidemark.evidence.FactSink;
import org.tidemark.evidence.LogonType;
import org.tidemark.evidence.SessionMarkKind;

/** Logons in Windows events: 4624, 4625, their ends, credentials sent out, administrator rights. */
final class WindowsLogons {
  private WindowsLogons() {}

  /** 4624: a session was opened; 4625: it was refused. */
  static boolean logon(WindowsRecord event, boolean succeeded, FactSink sink) {
    sink.shows(ActKind.LOGON);
    int host = event.host();
    int from = event.from(sink);
    String account = AccountName.of(
        event.text(WindowsField.TARGET_USER), event.text(WindowsField.TARGET_DOMAIN));
    if (succeeded && from >= 0 && account.endsWith("$")) {
      String machine = account.substring(account.indexOf('\\') + 1, account.length() - 1);
      ownAddress(sink, EndpointName.of(machine), from);
    }
    LogonType type = LogonType.of((int) event.number(WindowsField.LOGON_TYPE, 0));
    if (from < 0) {
      from = workstation(event, type, sink);
    }
    long session = event.session(WindowsField.TARGET_LOGON);
    sink.logon(sink.account(account), from, host, session, type, succeeded, -1);
    return true;
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
    String server = event.endpoint(WindowsField.TARGET_SERVER);
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
}

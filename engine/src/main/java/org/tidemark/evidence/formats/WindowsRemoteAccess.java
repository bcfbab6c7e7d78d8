package org.tidemark.evidence.formats;

import org.tidemark.evidence.AccountName;
import org.tidemark.evidence.EndpointName;
import org.tidemark.evidence.ExecutionKind;
import org.tidemark.evidence.FactSink;
import org.tidemark.evidence.LogonType;
import org.tidemark.evidence.SessionMarkKind;

/**
 * Remote desktops and remote shells, as their own channels and the Security channel's 4778 write
 * them. They outlive the Security log on many hosts. Session numbers of remote desktops are
 * another count than logon ids; each is made a number of its own, since it comes again after a
 * start. What a channel holds says nothing of other logons: it covers none.
 *
 * <p>Some collectors keep the fields of these events, others only the text in which Windows shows
 * them; that text is read in English.
 */
final class WindowsRemoteAccess {
  private static final String MANAGER = "Microsoft-Windows-TerminalServices-LocalSessionManager/";
  private static final String LISTENER =
      "Microsoft-Windows-TerminalServices-RemoteConnectionManager/";
  private static final String CLIENT = "Microsoft-Windows-TerminalServices-RDPClient/";
  private static final String SHELLS = "Microsoft-Windows-WinRM/";

  private final SessionNumber numbers = new SessionNumber();

  /** Adds the facts of an event of one of these channels; false where it was ignored. */
  boolean read(WindowsRecord event, int number, FactSink sink) {
    if (event.startsWith(WindowsField.CHANNEL, MANAGER)) {
      return switch (number) {
        case 21, 25 -> desktop(event, number == 25, sink);
        case 23 -> desktopEnd(event, sink);
        default -> WindowsRecord.ignore(sink, "event-not-used");
      };
    }
    if (number == 1149 && event.startsWith(WindowsField.CHANNEL, LISTENER)) {
      return accepted(event, sink);
    }
    if ((number == 1024 || number == 1102) && event.startsWith(WindowsField.CHANNEL, CLIENT)) {
      return outbound(event, event.text(WindowsField.VALUE), "rdp", sink);
    }
    if (number == 6 && event.startsWith(WindowsField.CHANNEL, SHELLS)) {
      return outboundShell(event, sink);
    }
    if (number == 91 && event.startsWith(WindowsField.CHANNEL, SHELLS)) {
      int image = sink.object("winrm shell");
      sink.execution(event.host(), event.runner(sink), 0, image, -1, ExecutionKind.COMMAND);
      return true;
    }
    return WindowsRecord.ignore(sink, "channel-not-used");
  }

  /** 21: somebody got a desktop; 25: somebody came back to one. {@code LOCAL}: at the console. */
  private boolean desktop(WindowsRecord event, boolean again, FactSink sink) {
    String account = AccountName.of(event.text(WindowsField.USER, "User:"));
    String address = event.text(WindowsField.ADDRESS, "Source Network Address:");
    if (account.isEmpty() || address.isEmpty()) {
      return WindowsRecord.ignore(sink, "desktop-of-nobody");
    }
    boolean local = address.equalsIgnoreCase("LOCAL");
    LogonType type =
        !local ? LogonType.REMOTE_INTERACTIVE : again ? LogonType.UNLOCK : LogonType.INTERACTIVE;
    int from = local ? -1 : sink.endpoint(EndpointName.of(address));
    int host = event.host();
    sink.logon(sink.account(account), from, host, session(event, sink), type, true, -1);
    return true;
  }

  /** 23: somebody logged off. A desktop that was only left (24) keeps its credentials. */
  private boolean desktopEnd(WindowsRecord event, FactSink sink) {
    long session = session(event, sink);
    if (session == 0) {
      return WindowsRecord.ignore(sink, "desktop-of-nobody");
    }
    int account = sink.account(AccountName.of(event.text(WindowsField.USER, "User:")));
    sink.mark(event.host(), account, session, SessionMarkKind.END);
    return true;
  }

  private long session(WindowsRecord event, FactSink sink) {
    String id = event.text(WindowsField.SESSION_ID, "Session ID:");
    return id.isEmpty() ? 0 : numbers.of("desktop", sink.endpointName(event.host()), id);
  }

  /**
   * 1149: the listener took a client's credentials. A desktop need not follow, so it is no logon;
   * without network level authentication nothing was checked, and nobody is named.
   */
  private static boolean accepted(WindowsRecord event, FactSink sink) {
    String account = AccountName.of(
        event.text(WindowsField.PARAMETER_1, "User:"),
        event.text(WindowsField.PARAMETER_2, "Domain:"));
    if (account.isEmpty()) {
      return WindowsRecord.ignore(sink, "desktop-of-nobody");
    }
    String client =
        EndpointName.of(event.text(WindowsField.PARAMETER_3, "Source Network Address:"));
    int from = EndpointName.isLoopback(client) ? event.host() : sink.endpoint(client);
    int agent = sink.object("rdp");
    LogonType type = LogonType.VALIDATION;
    sink.logon(sink.account(account), from, event.host(), 0, type, true, agent);
    return true;
  }

  /** WinRM 6: a session to {@code fs01:5985/wsman…} is begun; forwarding of events is none. */
  private static boolean outboundShell(WindowsRecord event, FactSink sink) {
    String connection = event.text(WindowsField.CONNECTION, "The connection string is:");
    if (connection.toLowerCase(java.util.Locale.ROOT).contains("/subscriptionmanager")) {
      return WindowsRecord.ignore(sink, "event-forwarding");
    }
    int scheme = connection.indexOf("://");
    String rest = scheme < 0 ? connection : connection.substring(scheme + 3);
    int slash = rest.indexOf('/');
    String server = slash < 0 ? rest : rest.substring(0, slash);
    int port = server.lastIndexOf(':');
    boolean bare = port < 0 || server.indexOf(':') != port && !server.startsWith("[");
    return outbound(
        event, bare || server.endsWith("]") ? server : server.substring(0, port), "winrm", sink);
  }

  /**
   * The source names the server. Whose credentials it sent is not written; the row names who ran
   * the client.
   */
  private static boolean outbound(
      WindowsRecord event, String written, String agent, FactSink sink) {
    int host = event.host();
    String server = EndpointName.of(written);
    if (server.isEmpty()
        || EndpointName.isLoopback(server)
        || server.equals(sink.endpointName(host))) {
      return WindowsRecord.ignore(sink, "credentials-used-locally");
    }
    int to = sink.endpoint(server);
    sink.logon(event.runner(sink), host, to, 0, LogonType.EXPLICIT, true, sink.object(agent));
    return true;
  }

  /** 4778: somebody came back to a session. */
  static boolean reconnected(WindowsRecord event, FactSink sink) {
    String client = event.text(WindowsField.CLIENT_ADDRESS);
    boolean local = client.equalsIgnoreCase("LOCAL");
    String address = EndpointName.of(client);
    if (address.isEmpty()) {
      address = event.endpoint(WindowsField.CLIENT_NAME);
    }
    int account = event.account(WindowsField.ACCOUNT_NAME, WindowsField.ACCOUNT_DOMAIN, sink);
    int from = local ? -1 : sink.endpoint(address);
    LogonType type = local ? LogonType.UNLOCK : LogonType.REMOTE_INTERACTIVE;
    long session = event.session(WindowsField.RECONNECTED_LOGON);
    sink.logon(account, from, event.host(), session, type, true, -1);
    return true;
  }
}

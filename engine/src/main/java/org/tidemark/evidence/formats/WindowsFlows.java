package org.tidemark.evidence.formats;

import org.tidemark.evidence.AccountName;
import org.tidemark.evidence.EndpointName;
import org.tidemark.evidence.FactSink;

/**
 * Connections in Windows events: the filtering platform's 5156 and 5157, Sysmon's 3. The address
 * from which a host opens a connection is also shown as its own.
 *
 * <p>Who opened an inbound connection is written in two ways. The platform's documentation (event
 * 5156 in Microsoft's reference of audit events) puts the listener's end into the source fields;
 * Windows 10 of 2018 and later put the opener's end there. So the ports decide where they can: an
 * opener's port is one that the system chose. Sysmon puts its own end into the source fields of
 * datagrams that it did not send first.
 */
final class WindowsFlows {
  /** From here on systems choose ports for those who open connections (Linux; Windows: 49,152). */
  private static final int CHOSEN_PORTS = 32_768;

  private static final int DNS = 53;
  private static final int NETBIOS_NAMES = 137;
  private static final int NETBIOS_DATAGRAMS = 138;

  private WindowsFlows() {}

  /** 5156: the platform let a connection pass; 5157: it did not. */
  static boolean filtered(WindowsRecord event, boolean passed, FactSink sink) {
    boolean outbound =
        event.is(WindowsField.DIRECTION, "%%14593") || event.is(WindowsField.DIRECTION, "Outbound");
    boolean datagrams = event.is(WindowsField.PROTOCOL, "17");
    Ends ends = new Ends(
        event.endpoint(WindowsField.SOURCE_ADDRESS),
        event.endpoint(WindowsField.DESTINATION_ADDRESS),
        port(event, WindowsField.SOURCE_PORT),
        port(event, WindowsField.DEST_PORT));
    if (!datagrams && !event.is(WindowsField.PROTOCOL, "6")) {
      return outbound && ownAddress(event.host(), ends.from, sink)
          || WindowsRecord.ignore(sink, "flow-without-ports");
    }
    Ends opened = outbound || !ends.writtenBackwards() ? ends : ends.turned();
    return add(event, WindowsField.APPLICATION, opened, outbound, datagrams, passed, sink);
  }

  /** Sysmon 3: a process opened or took a connection. */
  static boolean sysmon(WindowsRecord event, FactSink sink) {
    boolean outbound = event.is(WindowsField.INITIATED, "true");
    boolean datagrams = event.is(WindowsField.PROTOCOL, "udp");
    Ends ends = new Ends(
        event.endpoint(WindowsField.SOURCE_IP),
        event.endpoint(WindowsField.DESTINATION_IP),
        port(event, WindowsField.SOURCE_PORT),
        port(event, WindowsField.DESTINATION_PORT));
    boolean turned = !outbound && (datagrams || ends.writtenBackwards());
    Ends opened = turned ? ends.turned() : ends;
    return add(event, WindowsField.IMAGE, opened, outbound, datagrams, true, sink);
  }

  private static boolean add(
      WindowsRecord event,
      WindowsField image,
      Ends ends,
      boolean outbound,
      boolean datagrams,
      boolean passed,
      FactSink sink) {
    int host = event.host();
    boolean owned = outbound && ownAddress(host, ends.from, sink);
    String reason = ends.leftOut(datagrams);
    if (!reason.isEmpty()) {
      return owned || WindowsRecord.ignore(sink, reason);
    }
    int account = sink.account(AccountName.of(event.text(WindowsField.USER)));
    int process = sink.object(event.text(image));
    int from = sink.endpoint(ends.from);
    int to = sink.endpoint(ends.to);
    int[] ports = {ends.fromPort, ends.toPort};
    sink.flow(host, account, from, to, process, ports, passed, -1, -1, 0);
    return true;
  }

  /** Shows a unicast address as the host's own; false where it is none. */
  private static boolean ownAddress(int host, String address, FactSink sink) {
    if (!EndpointName.isUnicast(address)) {
      return false;
    }
    sink.ownAddress(host, sink.endpoint(address));
    return true;
  }

  private static int port(WindowsRecord event, WindowsField field) {
    return (int) event.number(field, 0) & 0xffff;
  }

  /** Who opened a connection, and to whom. */
  private record Ends(String from, String to, int fromPort, int toPort) {
    /** Whether only the destination's port is one that a system chose. */
    boolean writtenBackwards() {
      return fromPort < CHOSEN_PORTS && toPort >= CHOSEN_PORTS;
    }

    Ends turned() {
      return new Ends(to, from, toPort, fromPort);
    }

    /** Why the connection tells nothing about moves between hosts; empty where it may. */
    String leftOut(boolean datagrams) {
      if (from.isEmpty() || to.isEmpty()) {
        return "flow-without-address";
      }
      if (from.equals(to) || EndpointName.isLoopback(from) || EndpointName.isLoopback(to)) {
        return "flow-inside-host";
      }
      if (!EndpointName.isUnicast(from) || !EndpointName.isUnicast(to)) {
        return "flow-to-many";
      }
      return datagrams && (asksNames(fromPort) || asksNames(toPort)) ? "flow-of-name-lookup" : "";
    }

    private static boolean asksNames(int port) {
      return port == DNS || port == NETBIOS_NAMES || port == NETBIOS_DATAGRAMS;
    }
  }
}

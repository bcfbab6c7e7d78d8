package org.tidemark.evidence.formats;

import org.junit.jupiter.api.Test;

/** Who opened which connection, by 5156, 5157 and Sysmon 3. */
class WindowsFlowsTest {
  private static final String IN = "%%14592";
  private static final String OUT = "%%14593";
  private static final String TCP = "6";
  private static final String UDP = "17";

  @Test
  void theSourceOfAnOutboundConnectionOpenedIt() {
    filtered(5156, OUT, TCP, "10.4.0.7", 50111, "10.4.0.9", 445)
        .gives(flow("10.4.0.7", 50111, "10.4.0.9", 445));
    filtered(5156, "Outbound", TCP, "10.4.0.7", 1024, "10.4.0.9", 50111)
        .gives(flow("10.4.0.7", 1024, "10.4.0.9", 50111));
  }

  @Test
  void ofAnInboundConnectionTheEndWithTheChosenPortOpenedIt() {
    filtered(5156, IN, TCP, "10.4.0.9", 50111, "10.4.0.7", 5985)
        .gives(flow("10.4.0.9", 50111, "10.4.0.7", 5985));
    filtered(5156, IN, TCP, "10.4.0.7", 3333, "10.4.0.9", 50111)
        .gives(flow("10.4.0.9", 50111, "10.4.0.7", 3333));
    filtered(5156, IN, TCP, "10.4.0.9", 50111, "10.4.0.7", 49700)
        .gives(flow("10.4.0.9", 50111, "10.4.0.7", 49700));
    filtered(5156, IN, UDP, "10.4.0.9", 123, "10.4.0.7", 123)
        .gives(flow("10.4.0.9", 123, "10.4.0.7", 123));
  }

  @Test
  void aBlockedConnectionWasNotEstablished() {
    filtered(5157, IN, TCP, "10.4.0.9", 50111, "10.4.0.7", 135)
        .gives(flow("10.4.0.9", 50111, "10.4.0.7", 135).replace("FLOW", "FLOW refused"));
  }

  @Test
  void oneAddressHasOneSpelling() {
    filtered(5156, IN, TCP, "::ffff:10.4.0.9", 50111, "fe80:0:0:0:1::7%4", 445)
        .gives(flow("10.4.0.9", 50111, "fe80::1:0:0:7", 445));
  }

  @Test
  void whatTellsNothingOfMovesIsIgnoredUnlessItShowsAnAddressAsTheHostsOwn() {
    filtered(5156, IN, TCP, "::1", 50111, "::1", 389).isIgnored("flow-inside-host");
    filtered(5156, OUT, TCP, "127.0.0.1", 50111, "127.0.0.1", 389).isIgnored("flow-inside-host");
    filtered(5156, IN, TCP, "10.4.0.7", 50111, "10.4.0.7", 389).isIgnored("flow-inside-host");
    filtered(5156, IN, UDP, "10.4.0.9", 5353, "224.0.0.251", 5353).isIgnored("flow-to-many");
    filtered(5156, IN, UDP, "10.4.0.9", 68, "255.255.255.255", 67).isIgnored("flow-to-many");
    filtered(5156, IN, UDP, "10.4.0.9", 50111, "10.4.0.7", 53).isIgnored("flow-of-name-lookup");
    filtered(5156, IN, UDP, "10.4.0.9", 138, "10.4.0.255", 138).isIgnored("flow-of-name-lookup");
    filtered(5156, IN, "58", "fe80::9", 0, "ff02::1", 134).isIgnored("flow-without-ports");
    filtered(5156, IN, TCP, "-", 0, "10.4.0.7", 445).isIgnored("flow-without-address");
    filtered(5156, OUT, UDP, "10.4.0.7", 50111, "10.4.0.1", 53).gives();
    filtered(5156, OUT, "1", "10.4.0.7", 0, "10.4.0.1", 0).gives();
  }

  @Test
  void aConnectionToANameServerOverTcpIsOne() {
    filtered(5156, OUT, TCP, "10.4.0.7", 50111, "203.0.113.9", 53)
        .gives(flow("10.4.0.7", 50111, "203.0.113.9", 53));
  }

  @Test
  void sysmonNamesTheAccountAndTheProcess() {
    sysmon("true", "tcp", "10.4.0.7", 50111, "10.4.0.9", 5985)
        .with("User", "HARBOUR\\mori")
        .gives("FLOW a harbour\\mori 10.4.0.7 10.4.0.9 C:\\x.exe #c3bf1761");
    sysmon("false", "tcp", "10.4.0.9", 50111, "10.4.0.7", 5985)
        .with("User", "NT AUTHORITY\\SYSTEM")
        .gives("FLOW a nt authority\\system 10.4.0.9 10.4.0.7 C:\\x.exe #c3bf1761");
  }

  @Test
  void sysmonPutsItsOwnEndIntoTheSourceOfDatagramsThatItDidNotSendFirst() {
    sysmon("false", "udp", "10.4.0.7", 389, "10.4.0.9", 50111)
        .gives("FLOW a - 10.4.0.9 10.4.0.7 C:\\x.exe #c3bf0185");
    sysmon("false", "udp", "10.4.0.7", 123, "10.4.0.9", 123)
        .gives("FLOW a - 10.4.0.9 10.4.0.7 C:\\x.exe #7b007b");
    sysmon("false", "udp", "224.0.0.251", 5353, "10.4.0.9", 5353).isIgnored("flow-to-many");
    sysmon("false", "udp", "10.4.0.7", 53, "10.4.0.9", 50111).isIgnored("flow-of-name-lookup");
  }

  private static String flow(String from, int fromPort, String to, int toPort) {
    String ports = Integer.toHexString(fromPort << 16 | toPort);
    return "FLOW a - " + from + " " + to + " \\device\\x.exe #" + ports;
  }

  private static WindowsEvent filtered(
      int number,
      String direction,
      String protocol,
      String source,
      int sourcePort,
      String target,
      int targetPort) {
    return WindowsEvent.security(number)
        .with("Direction", direction)
        .with("Protocol", protocol)
        .with("SourceAddress", source)
        .with("SourcePort", Integer.toString(sourcePort))
        .with("DestAddress", target)
        .with("DestPort", Integer.toString(targetPort))
        .with("Application", "\\device\\x.exe");
  }

  private static WindowsEvent sysmon(
      String initiated, String protocol, String from, int fromPort, String to, int toPort) {
    return WindowsEvent.of("Microsoft-Windows-Sysmon/Operational", 3)
        .with("Initiated", initiated)
        .with("Protocol", protocol)
        .with("SourceIp", from)
        .with("SourcePort", Integer.toString(fromPort))
        .with("DestinationIp", to)
        .with("DestinationPort", Integer.toString(toPort))
        .with("Image", "C:\\x.exe");
  }
}

package org.tidemark.evidence.formats.zeek;

import java.util.Set;
import org.tidemark.evidence.EndpointName;
import org.tidemark.evidence.FactSink;
import org.tidemark.evidence.LineFormat;
import org.tidemark.evidence.LogonType;
import org.tidemark.evidence.formats.zeek.ZeekLine.Field;

/**
 * Lines of one unit of Zeek's logs: each goes to the class of its log; connections are read here.
 *
 * @see <a href="https://docs.zeek.org/en/master/logs/conn.html">conn.log</a>
 */
final class ZeekStreams implements LineFormat.Lines {
  /** Logs that Zeek writes and that name themselves; those beyond conn's kin are ignored. */
  static final Set<String> KNOWN = Set.of(
      "conn",
      "dce_rpc",
      "dhcp",
      "dns",
      "dpd",
      "files",
      "http",
      "kerberos",
      "known_hosts",
      "notice",
      "ntlm",
      "pe",
      "rdp",
      "smb_files",
      "smb_mapping",
      "ssh",
      "ssl",
      "weird",
      "x509");

  /**
   * States of a connection whose handshake was completed. S0, REJ, SH, RSTOS0 and the like were
   * not; of OTH nobody knows.
   */
  private static final Set<String> ESTABLISHED = Set.of("SF", "S1", "S2", "S3", "RSTO", "RSTR");

  private static final int SMB = 445;
  private static final int SMB_OVER_NETBIOS = 139;
  private static final int RDP = 3389;

  /**
   * Bytes that a refused SMB client and server do not exchange: a hundred attempts in one
   * connection would be needed.
   */
  private static final long SMB_CONTENT = 64L << 10;

  /** Bytes of screen content beyond what a logon screen takes. */
  private static final long RDP_SCREEN = 1L << 20;

  private final ZeekLine line = new ZeekLine();
  private final SessionsShown shown = new SessionsShown();
  private final ZeekNames names = new ZeekNames(line);
  private final ZeekLogons logons = new ZeekLogons(line, shown, names);
  private final ZeekShares shares = new ZeekShares(line, shown, names);

  @Override
  public void line(byte[] bytes, int start, int stop, FactSink sink) {
    if (!line.read(bytes, start, stop)) {
      sink.unparsed();
      return;
    }
    take(sink);
  }

  /** Reads a row between tabs. */
  void row(ZeekColumns columns, FactSink sink) {
    line.row(columns);
    take(sink);
  }

  private void take(FactSink sink) {
    if (!line.giveTime(sink)) {
      sink.unparsed();
      return;
    }
    sink.writtenBy(sink.endpoint(line.sensor()));
    String ignored = read(sink);
    if (ignored.isEmpty()) {
      sink.used();
    } else {
      sink.ignored(ignored);
    }
  }

  @Override
  public void end(FactSink sink) {
    names.end(sink);
  }

  /** Adds what the line says; why it is ignored, or empty. */
  private String read(FactSink sink) {
    String stream = line.stream();
    if (stream.equals("dhcp")) {
      return names.lease(sink);
    }
    if (line.client().isEmpty() || line.server().isEmpty()) {
      return "no-connection";
    }
    return switch (stream) {
      case "conn" -> connection(sink);
      case "ntlm" -> logons.ntlm(sink);
      case "kerberos" -> logons.kerberos(sink);
      case "ssh" -> logons.ssh(sink);
      case "http" -> logons.http(sink);
      case "rdp" -> "rdp-before-logon";
      case "smb_mapping" -> shares.mapping(sink);
      case "smb_files" -> shares.file(sink);
      case "dce_rpc" -> shares.call(sink);
      case "dns" -> names.answer(sink);
      default -> "log-not-used";
    };
  }

  private String connection(FactSink sink) {
    String server = line.server();
    long sent = line.number(Field.ORIG_BYTES);
    long received = line.number(Field.RESP_BYTES);
    boolean udp = line.is(Field.PROTO, "udp");
    if (!EndpointName.isUnicast(server) || udp && received <= 0 && server.endsWith(".255")) {
      return "broadcast";
    }
    if (!udp && !line.is(Field.PROTO, "tcp")) {
      return "protocol-without-ports";
    }
    boolean established = ESTABLISHED.contains(line.text(Field.CONN_STATE));
    int from = sink.endpoint(line.client());
    int to = sink.endpoint(server);
    int port = line.serverPort();
    sink.flow(
        sink.endpoint(line.sensor()),
        -1,
        from,
        to,
        -1,
        new int[] {line.clientPort(), port},
        established,
        sent,
        received,
        line.interval(Field.DURATION));
    if (established && !udp) {
      content(from, to, port, sent, received, sink);
    }
    return "";
  }

  /** A logon that the connection's content proves, where no other log does. */
  private void content(int from, int to, int port, long sent, long received, FactSink sink) {
    boolean smb = port == SMB || port == SMB_OVER_NETBIOS;
    if (smb && Math.max(sent, received) >= SMB_CONTENT && shown.first(line.connection())) {
      sink.logon(-1, from, to, line.session(), LogonType.NETWORK, true, -1);
    }
    if (port == RDP && received >= RDP_SCREEN && shown.first(line.connection())) {
      sink.logon(-1, from, to, line.session(), LogonType.REMOTE_INTERACTIVE, true, -1);
    }
  }
}

package org.tidemark.evidence.formats.zeek;

import org.tidemark.evidence.LineFormat;
import org.tidemark.evidence.ReadSettings;

/**
 * Logs of the network monitor Zeek as JSON lines: one log a file, or all of them mixed in one. A
 * sensor sees connections, not logons: what it says of a session is only what its records prove.
 * The session of every fact is the connection, by its two ends.
 */
public final class ZeekJson extends LineFormat {
  private static final int HEAD_LINES = 20;

  @Override
  public String id() {
    return "zeek-json";
  }

  @Override
  public String title() {
    return "Zeek logs as JSON lines, one log a file or mixed (json-streaming-logs, Corelight)";
  }

  @Override
  public String reads() {
    return """
        conn as connections; ntlm, ssh, WinRM over http as logons; kerberos as tickets;
        smb_mapping, smb_files as accesses and, once a connection, as a logon that was
        accepted; dce_rpc as pipes, services and tasks started remotely, WMI, DCOM,
        replication; dhcp as leases; dns, machine accounts and NTLM as whose an address is.
        The log is named by _path, @stream or @path, else known by its fields.""";
  }

  @Override
  public String document() {
    return "https://docs.zeek.org/en/master/logs/index.html";
  }

  @Override
  public boolean recognises(byte[] head, int length) {
    ZeekLine line = new ZeekLine();
    int start = length > 2 && head[0] == (byte) 0xef ? 3 : 0;
    for (int number = 0; number < HEAD_LINES && start < length; number++) {
      int stop = start;
      while (stop < length && head[stop] != '\n') {
        stop++;
      }
      int end = stop > start && head[stop - 1] == '\r' ? stop - 1 : stop;
      if (line.read(head, start, end) && isZeek(line)) {
        return true;
      }
      start = stop + 1;
    }
    return false;
  }

  private static boolean isZeek(ZeekLine line) {
    if (!line.has(ZeekLine.Field.TS)) {
      return false;
    }
    boolean connection = line.has(ZeekLine.Field.UID)
        && !line.client().isEmpty()
        && !line.server().isEmpty();
    return connection || line.stream().equals("dhcp") || ZeekStreams.KNOWN.contains(line.stream());
  }

  @Override
  protected Lines open(ReadSettings settings) {
    return new ZeekStreams();
  }
}

package org.tidemark.evidence.formats;

import org.tidemark.evidence.JsonFields;
import org.tidemark.evidence.LineFormat;
import org.tidemark.evidence.ReadSettings;

/**
 * Windows events as flat JSON lines, as NXLog writes them: Security, System, Sysmon, and the
 * channels of remote desktops, remote shells and certificates.
 */
public final class WindowsJson extends LineFormat {
  private static final int HEAD_LINES = 20;

  @Override
  public String id() {
    return "windows-json";
  }

  @Override
  public String title() {
    return "Windows events as JSON lines, one flat object a line (NXLog to_json, Logstash)";
  }

  @Override
  public String reads() {
    return """
        logons 4624 4625 4634 4647 4648 4672 4778, tickets and checked credentials 4768
        4769 4771 4776, processes 4688 and Sysmon 1, services 4697 7045, tasks 4698 4702,
        accounts, groups and the directory 4720-4767 4781 5136, exported keys 1007, shares
        5140 5145, files 4663, replication of secrets 4662, connections and own addresses
        5156 5157 and Sysmon 3 (but name lookups, multicast and those inside one host),
        remote desktops 21 23 25 1149 and their clients 1024 1102, WinRM 6 91, cleared logs
        1102, policy 4719, starts 4608 6005. Hostname is the writer; host is the collector.
        EventTime without a zone: `zone:` of the source, else found from
        @timestamp and UtcTime.""";
  }

  @Override
  public String document() {
    return "https://learn.microsoft.com/windows/security/threat-protection/auditing/";
  }

  @Override
  public boolean recognises(byte[] head, int length) {
    JsonFields fields =
        new JsonFields("EventID", "Channel", "Hostname", "EventTime", "TimeCreated", "@timestamp");
    int start = length > 2 && head[0] == (byte) 0xef ? 3 : 0;
    for (int line = 0; line < HEAD_LINES && start < length; line++) {
      int stop = start;
      while (stop < length && head[stop] != '\n') {
        stop++;
      }
      boolean timed =
          fields.read(head, start, stop > start && head[stop - 1] == '\r' ? stop - 1 : stop)
              && (fields.has(3) || fields.has(4) || fields.has(5));
      if (timed && fields.has(0) && fields.has(1) && fields.has(2)) {
        return true;
      }
      start = stop + 1;
    }
    return false;
  }

  @Override
  protected Lines open(ReadSettings settings) {
    return new WindowsEvents();
  }
}

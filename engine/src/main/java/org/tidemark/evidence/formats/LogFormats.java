package org.tidemark.evidence.formats;

import java.util.List;
import java.util.Optional;
import org.tidemark.evidence.LogFormat;
import org.tidemark.evidence.formats.keycloak.Keycloak;
import org.tidemark.evidence.formats.logoncsv.LogonCsv;
import org.tidemark.evidence.formats.zeek.ZeekJson;
import org.tidemark.evidence.formats.zeek.ZeekTsv;

/** Every log format that is read, in the order in which recognition asks them. */
public final class LogFormats {
  private static final List<LogFormat> ALL = List.of(
      new WindowsJson(),
      new CloudTrail(),
      new Keycloak(),
      new SmbAccess(),
      new SshdSyslog(),
      new DhcpSyslog(),
      new DhcpServerAudit(),
      new ZeekJson(),
      new ZeekTsv(),
      new LogonCsv());

  private LogFormats() {}

  public static List<LogFormat> all() {
    return ALL;
  }

  /** The format of an id; empty where there is none. */
  public static Optional<LogFormat> of(String id) {
    return ALL.stream().filter(format -> format.id().equals(id)).findFirst();
  }

  /** The format that recognises the head of a file; empty: not a log. */
  public static Optional<LogFormat> recognise(byte[] head, int length) {
    return ALL.stream().filter(format -> format.recognises(head, length)).findFirst();
  }
}

package org.tidemark.drill.logs;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.tidemark.drill.world.Chance;
import org.tidemark.drill.world.Login;
import org.tidemark.drill.world.Machine;

/**
 * Writes one Windows Security event as NXLog's JSON: the fields of the event, and the message in
 * which Windows shows the same values to people. {@code EventTime} is the machine's clock in local
 * time without a zone, {@code @timestamp} the collector's, in UTC.
 */
final class SecurityText {
  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern(
          "yyyy-MM-dd HH:mm:ss", Locale.ROOT)
      .withZone(ZoneOffset.ofHours(9));
  private static final long AUDIT_SUCCESS = -9214364837600034816L;
  private static final long AUDIT_FAILURE = -9218868437227405312L;

  private final StringBuilder out;
  private final StringBuilder message;

  private SecurityText(StringBuilder out, StringBuilder message) {
    this.out = out;
    this.message = message;
  }

  /** Starts an event. */
  static SecurityText begin(
      StringBuilder out,
      Machine host,
      long at,
      long recordNumber,
      int eventId,
      int task,
      String category,
      boolean success,
      String title) {
    long written = at + host.fast();
    SecurityText text = new SecurityText(out, new StringBuilder(900).append(title));
    out.append("{\"@timestamp\":\"").append(Instant.ofEpochSecond(at + 1)).append('"');
    text.number("EventID", eventId);
    text.plain("Channel", "Security");
    text.plain("Hostname", host.qualifiedName());
    text.plain("EventTime", LOCAL.format(Instant.ofEpochSecond(written)));
    text.plain("EventReceivedTime", LOCAL.format(Instant.ofEpochSecond(at + 1)));
    text.number("RecordNumber", recordNumber);
    text.plain("SourceName", "Microsoft-Windows-Security-Auditing");
    text.plain("ProviderGuid", "{54849625-5478-4994-A5BA-3E3B0328C30D}");
    text.plain("Category", category);
    text.number("Task", task);
    text.number("Keywords", success ? AUDIT_SUCCESS : AUDIT_FAILURE);
    text.plain("EventType", success ? "AUDIT_SUCCESS" : "AUDIT_FAILURE");
    text.plain("Severity", success ? "INFO" : "ERROR");
    text.number("SeverityValue", success ? 2 : 4);
    text.number("ExecutionProcessID", 700);
    text.number("ThreadID", 600 + recordNumber % 5000);
    text.plain("Opcode", "Info");
    text.number("OpcodeValue", 0);
    text.plain("SourceModuleName", "eventlog");
    text.plain("SourceModuleType", "im_msvistalog");
    text.plain("host", "collector." + host.company().dnsDomain());
    text.plain("@version", "1");
    return text;
  }

  /** A heading of the message; the fields below belong to it. */
  SecurityText section(String heading) {
    message.append("\r\n\r\n").append(heading).append(':');
    return this;
  }

  /** A field with the label under which the message shows it. */
  SecurityText field(String name, String label, String value) {
    plain(name, value);
    message.append("\r\n\t").append(label).append(":\t\t").append(value);
    return this;
  }

  /** A field that the message does not show. */
  SecurityText field(String name, String value) {
    plain(name, value);
    return this;
  }

  /** Who acted, in which session. */
  SecurityText subject(Login login, long session) {
    return section("Subject")
        .field("SubjectUserSid", "Security ID", login.sid())
        .field("SubjectUserName", "Account Name", login.name())
        .field("SubjectDomainName", "Account Domain", login.domain())
        .field("SubjectLogonId", "Logon ID", session(session));
  }

  /** Nobody: the subject of a logon over the network. */
  SecurityText noSubject() {
    return section("Subject")
        .field("SubjectUserSid", "Security ID", "S-1-0-0")
        .field("SubjectUserName", "Account Name", "-")
        .field("SubjectDomainName", "Account Domain", "-")
        .field("SubjectLogonId", "Logon ID", "0x0");
  }

  static String session(long session) {
    return "0x" + Long.toHexString(session);
  }

  /** A GUID that depends on a key alone. */
  static String guid(long key) {
    Chance chance = Chance.of(key, "guid", 0);
    return "{" + chance.hex(8) + "-" + chance.hex(4) + "-" + chance.hex(4) + "-" + chance.hex(4)
        + "-" + chance.hex(12) + "}";
  }

  /** Ends the event with the explanation that Windows puts below. */
  void end(String explanation) {
    message.append(explanation.isEmpty() ? "" : "\r\n\r\n").append(explanation);
    plain("Message", message.toString());
    out.append('}');
  }

  private void number(String name, long value) {
    out.append(",\"").append(name).append("\":").append(value);
  }

  private void plain(String name, String value) {
    out.append(",\"").append(name).append("\":\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\r' -> out.append("\\r");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        default -> out.append(c);
      }
    }
    out.append('"');
  }
}

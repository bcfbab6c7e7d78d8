package org.tidemark.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.tidemark.evidence.LogonType;

/** Writes made logons as log lines: a table of logons, or Windows events as JSON. */
final class MadeText {
  /** What a line is. */
  enum Format {
    /** Short lines between commas. */
    CSV,
    /** Windows Security events as NXLog writes them, message included. */
    JSON
  }

  private static final int FILES = 4;
  private static final int BUFFER = 1 << 20;
  private static final String MESSAGE = """
      An account was successfully logged on.

      Subject:
      \tSecurity ID:\t\tS-1-0-0
      \tAccount Name:\t\t-
      \tAccount Domain:\t\t-
      \tLogon ID:\t\t0x0

      Detailed Authentication Information:
      \tLogon Process:\t\tKerberos
      \tAuthentication Package:\tKerberos
      \tTransited Services:\t-
      \tPackage Name (NTLM only):\t-
      \tKey Length:\t\t0

      This event is generated when a logon session is created. It is generated on the computer
      that was accessed. The logon type field indicates the kind of logon that occurred. The most
      common types are 2 (interactive) and 3 (network).""".replace("\t", "\\t").replace("\n", "\\r\\n");

  private final Estate estate;
  private final MadeLogons logons;
  private final StringBuilder line = new StringBuilder(4096);
  private Instant day = Instant.EPOCH;
  private String dayText = "";

  MadeText(Estate estate, MadeLogons logons) {
    this.estate = estate;
    this.logons = logons;
  }

  /** Writes the logons in order of time into a few files, as a log that is rotated. */
  long write(Format format, Path folder) throws IOException {
    Files.createDirectories(folder);
    long each = logons.size() / FILES + 1;
    long bytes = 0;
    boolean more = logons.next();
    for (int file = 0; more; file++) {
      Path path = folder.resolve(
          format == Format.CSV ? "logons-" + file + ".csv" : "security-" + file + ".jsonl");
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), BUFFER)) {
        bytes += begin(format, out);
        for (long n = 0; n < each && more; n++) {
          line.setLength(0);
          if (format == Format.CSV) {
            csv();
          } else {
            json();
          }
          byte[] text = line.toString().getBytes(StandardCharsets.ISO_8859_1);
          out.write(text);
          bytes += text.length;
          more = logons.next();
        }
      }
    }
    return bytes;
  }

  private static int begin(Format format, OutputStream out) throws IOException {
    String header = format == Format.CSV ? "time,user,from,to,type,success\n" : "";
    out.write(header.getBytes(StandardCharsets.ISO_8859_1));
    return header.length();
  }

  private void csv() {
    time(logons.at);
    line.append('.');
    digits((int) (logons.at / 1000 % 1000), 3);
    line.append(',').append(estate.accountName(logons.account)).append(',');
    if (logons.from >= 0) {
      line.append(estate.hostName(logons.from));
    }
    line.append(',').append(estate.hostName(logons.to)).append(',');
    line.append(logons.type.code()).append(',').append(logons.succeeded ? 1 : 0).append('\n');
  }

  private void json() {
    if (logons.type == LogonType.TICKET) {
      begin(4769, estate.controller(logons.account));
      field("TargetUserName", estate.accountName(logons.account) + "@HARBOUR.EXAMPLE");
      field("TargetDomainName", "HARBOUR.EXAMPLE");
      field("ServiceName", estate.hostName(logons.to) + "$");
      field("IpAddress", "::ffff:" + estate.address(logons.from));
      field("Status", "0x0");
    } else if (logons.type == LogonType.EXPLICIT) {
      begin(4648, logons.from);
      field("TargetUserName", estate.accountName(logons.account));
      field("TargetDomainName", "HARBOUR");
      field("TargetServerName", estate.hostName(logons.to));
      field("SubjectLogonId", "0x3e7");
    } else {
      begin(logons.succeeded ? 4624 : 4625, logons.to);
      field("TargetUserName", estate.accountName(logons.account));
      field("TargetDomainName", estate.domain(logons.account));
      field("TargetLogonId", "0x" + Long.toHexString(logons.session));
      field("LogonType", Integer.toString(logons.type.code()));
      field("IpAddress", logons.from < 0 ? "-" : estate.address(logons.from));
      field("WorkstationName", "-");
    }
    end();
    if (Intrusion.ran(logons.act)) {
      begin(4688, logons.to);
      field("SubjectUserName", estate.accountName(logons.account));
      field("SubjectDomainName", "HARBOUR");
      field("SubjectLogonId", "0x" + Long.toHexString(logons.session));
      field("NewProcessName", Intrusion.IMAGE.replace("\\", "\\\\"));
      end();
    }
  }

  private void begin(int event, int host) {
    line.append("{\"@timestamp\":\"");
    time(logons.at);
    line.setCharAt(line.length() - 9, 'T');
    line.append("Z\",\"EventID\":").append(event);
    line.append(",\"Channel\":\"Security\",\"Hostname\":\"").append(estate.hostName(host));
    line.append(".harbour.example\",\"EventTime\":\"");
    time(logons.at);
    line.append("\",\"EventReceivedTime\":\"");
    time(logons.at);
    line.append("\",\"RecordNumber\":").append(logons.session);
    line.append(",\"SourceName\":\"Microsoft-Windows-Security-Auditing\",\"ProviderGuid\":"
        + "\"{54849625-5478-4994-A5BA-3E3B0328C30D}\",\"Task\":12544,\"Keywords\":"
        + "-9214364837600034816,\"EventType\":\"AUDIT_SUCCESS\",\"Severity\":\"INFO\","
        + "\"SeverityValue\":2,\"ExecutionProcessID\":700,\"ThreadID\":1234,\"Opcode\":\"Info\","
        + "\"OpcodeValue\":0,\"SourceModuleName\":\"eventlog\",\"SourceModuleType\":"
        + "\"im_msvistalog\",\"SubjectUserSid\":\"S-1-0-0\"");
  }

  private void field(String name, String value) {
    line.append(",\"").append(name).append("\":\"").append(value).append('"');
  }

  private void end() {
    field("Message", MESSAGE);
    line.append("}\n");
  }

  /** {@code 2026-06-01 08:00:00}, UTC. */
  private void time(long micros) {
    long second = micros / 1_000_000;
    if (second - day.getEpochSecond() >= 86_400) {
      day = Instant.ofEpochSecond(second / 86_400 * 86_400);
      dayText = day.toString().substring(0, 10);
    }
    int ofDay = (int) (second - day.getEpochSecond());
    line.append(dayText).append(' ');
    digits(ofDay / 3600, 2);
    line.append(':');
    digits(ofDay / 60 % 60, 2);
    line.append(':');
    digits(ofDay % 60, 2);
  }

  private void digits(int number, int count) {
    for (int unit = count == 3 ? 100 : 10; unit > 0; unit /= 10) {
      line.append((char) ('0' + number / unit % 10));
    }
  }
}

package org.tidemark.trail;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The log lines of a {@link World}, as Windows, sshd, Samba and CloudTrail would write them. */
final class WorldLog {
  private static final String LOG = "logs/windows.jsonl";

  private static final Map<String, Integer> ACCOUNT_EVENTS = Map.of(
      "create", 4720, "enable", 4722, "alter", 4738, "reset", 4724, "changes", 4723, "remove", 4726,
      "member", 4728, "parted", 4729);

  private final Map<String, StringBuilder> files = new LinkedHashMap<>();
  private boolean twice;

  /** Path in the case folder → content. */
  Map<String, String> files() {
    Map<String, String> all = new LinkedHashMap<>();
    files.forEach((path, text) -> all.put(path, text.toString()));
    return all;
  }

  /** The statement's records stand in a second export, too. */
  void twice(boolean on) {
    twice = on;
  }

  void windows(Instant at, String host, int event, Object... fields) {
    channel("Security", at, host, event, fields);
  }

  void channel(String channel, Instant at, String host, int event, Object... fields) {
    List<String> parts = new ArrayList<>(List.of(
        "\"EventID\":" + event,
        "\"Channel\":\"" + channel + "\"",
        "\"Hostname\":\"" + host.toUpperCase(java.util.Locale.ROOT) + ".example\"",
        "\"EventTime\":\"" + at + "\""));
    for (int i = 0; i < fields.length; i += 2) {
      parts.add("\"" + fields[i] + "\":\"" + json(fields[i + 1].toString()) + "\"");
    }
    String line = "{" + String.join(",", parts) + "}\n";
    append(LOG, line);
    if (twice) {
      append("logs/windows-2.jsonl", line);
    }
  }

  private static String json(String text) {
    return new String(JsonStringEncoder.getInstance().quoteAsString(text));
  }

  /** An account or, where {@code member} is one, a group was changed. */
  void account(
      Instant at,
      String host,
      String verb,
      String target,
      boolean refused,
      String member,
      Object[] subject) {
    windows(
        at,
        host,
        ACCOUNT_EVENTS.getOrDefault(verb, 0),
        World.with(
            subject,
            "TargetUserName",
            World.name(target),
            "TargetDomainName",
            World.domain(target),
            "Keywords",
            refused ? "0x8010000000000000" : "0x8020000000000000",
            "MemberSid",
            member));
  }

  /** A sensor's connection; {@code ends}: address, port, address, port. */
  void connection(
      Instant at, String sensor, String[] ends, Function<String, Optional<String>> word) {
    StringBuilder line = new StringBuilder("{\"_path\":\"conn\",\"_system_name\":\"" + sensor
        + "\",\"ts\":\"" + at + "\",\"uid\":\"C" + sensor + ends[1] + "\",\"id.orig_h\":\""
        + ends[0] + "\",\"id.orig_p\":" + ends[1] + ",\"id.resp_h\":\"" + ends[2]
        + "\",\"id.resp_p\":" + ends[3] + ",\"proto\":\"tcp\",\"conn_state\":\""
        + word.apply("state").orElse("SF") + "\"");
    word.apply("for").ifPresent(seconds -> line.append(",\"duration\":").append(seconds));
    word.apply("out").ifPresent(bytes -> line.append(",\"orig_bytes\":").append(bytes));
    word.apply("in").ifPresent(bytes -> line.append(",\"resp_bytes\":").append(bytes));
    append("logs/zeek.jsonl", line + "}\n");
    if (twice) {
      append("logs/zeek-2.jsonl", line + "}\n");
    }
  }

  /** Windows let a connection out (%%14593) or in (5156). */
  void passed(Instant at, String host, String direction, String[] ends) {
    windows(
        at,
        host,
        5156,
        "Direction",
        direction,
        "Protocol",
        "6",
        "SourceAddress",
        ends[0],
        "SourcePort",
        ends[1],
        "DestAddress",
        ends[2],
        "DestPort",
        ends[3]);
  }

  void syslog(Instant at, String host, String app, String message) {
    String file = app.startsWith("smbd") ? "logs/smb.log" : "logs/auth.log";
    append(file, at + " " + host + " " + app + ": " + message + "\n");
  }

  /** {@code asked}: JSON members of requestParameters. */
  void cloud(
      Instant at, String service, String name, Use use, Optional<String> error, String asked) {
    cloud(at, service, name, use, error, asked, "");
  }

  /** A key that AssumeRole gave. */
  void issued(Instant at, String service, Use use, String key) {
    String role = "\"roleArn\":\"arn:aws:iam::111122223333:role/r\"";
    String given = ",\"responseElements\":{\"credentials\":{\"accessKeyId\":\"" + key + "\"}}";
    cloud(at, service, "AssumeRole", use, Optional.empty(), role, given);
  }

  private void cloud(
      Instant at,
      String service,
      String name,
      Use use,
      Optional<String> error,
      String asked,
      String given) {
    append(
        "logs/cloudtrail.jsonl",
        "{\"eventTime\":\"" + at + "\",\"eventSource\":\"" + service
            + ".amazonaws.com\",\"eventName\":\"" + name
            + "\",\"recipientAccountId\":\"111122223333\",\"sourceIPAddress\":\"" + use.from()
            + "\",\"userAgent\":\"" + use.agent() + "\","
            + error.map(code -> "\"errorCode\":\"" + code + "\",").orElse("")
            + "\"userIdentity\":{\"accessKeyId\":\"" + use.key() + "\"},\"requestParameters\":{"
            + asked + "}" + given + "}\n");
  }

  /** Who used a cloud service, from where, with what. */
  record Use(String key, String from, String agent) {}

  private void append(String file, String line) {
    files.computeIfAbsent(file, key -> new StringBuilder()).append(line);
  }
}

package org.tidemark.trail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidemark.casefile.CaseFile;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.Progress;
import org.tidemark.engine.StoppedException;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.Ingest;

/**
 * A small world in words, one statement a line or between semicolons, turned into real log lines,
 * read by the real stage 1 and traced by the real stage 2.
 *
 * <pre>
 * foothold pc1 10:00 [until 12:00]         what the intruder holds; kinds as "account:kim"
 * case indicators: {address: …, from: @10:00}   an item of a block; @ stands before a time
 * source {path: files/fs1/, of: fs1}       an item of evidence; "logs zone: …" adds to logs/
 * real logs/a.json PATH                    a file from elsewhere
 * file files/fs1/a.csv [text]              a copy; | in the text = a new line
 * 10:05 kim pc1->fs1 type 3 session 7 [failed]   a logon; "?" = the record shows no source
 * 10:05 kim 10.0.0.5->app1 ssh session 7;  … smb SHARE session 7;  AKIA1 10.0.0.9->s3 cloud
 * 10:06 VERB host [object] [session 7] [by kim] [from …]     see {@link #act}
 * -40d log fs1 logon+file until +2d        a log that covers the host, a record each 12 hours
 * </pre>
 *
 * Times are UTC on 3 October 2023, {@code -40d 10:00} is forty days before; {@code again} before a
 * statement writes its records into a second export as well; {@code %1b} in a word is a character.
 */
public final class World {
  private static final Pattern AT =
      Pattern.compile("@([-+]\\d+d(?:_\\d\\d:\\d\\d)?|\\d\\d:\\d\\d)");

  private static final Pattern ESCAPED = Pattern.compile("%([0-9a-f]{2})");

  private final Ingest ingest;
  private final WorldLog log = new WorldLog();
  private final Map<String, StringBuilder> blocks = new LinkedHashMap<>();
  private final List<String> sources = new ArrayList<>();
  private String logOptions = "";
  private int position;
  private String[] words = {};

  /** What came out of a world. */
  public record Outcome(CaseFile caseFile, Path folder, Evidence evidence, Trail trail)
      implements AutoCloseable {
    @Override
    public void close() {
      evidence.close();
    }
  }

  private World(Path temp) {
    try {
      ingest = new Ingest(Files.createTempDirectory(temp, "world"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Builds, reads and traces. */
  public static Outcome trace(Path temp, String text) {
    World world = new World(temp);
    for (String statement : text.split("[;\n]", -1)) {
      if (!statement.isBlank()) {
        world.statement(statement.strip());
      }
    }
    return world.run();
  }

  private Outcome run() {
    log.files().forEach(ingest::file);
    sources.add(0, "{path: logs/" + logOptions + "}");
    ingest.sources(sources.toArray(String[]::new));
    StringBuilder yaml = new StringBuilder();
    blocks.forEach((key, items) -> yaml.append(key).append(":\n").append(items));
    CaseFile caseFile = Traced.caseFile(yaml.toString(), sources);
    Evidence evidence = ingest.evidence();
    try {
      Trail trail = TrailStage.trace(caseFile, evidence, Progress.NONE, Cancellation.NEVER);
      return new Outcome(caseFile, ingest.folder(), evidence, trail);
    } catch (StoppedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void statement(String text) {
    words = text.split(" +");
    for (int i = 0; i < words.length; i++) {
      words[i] = ESCAPED
          .matcher(words[i])
          .replaceAll(
              m -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(m.group(1), 16))));
    }
    position = 0;
    log.twice(words[0].equals("again"));
    position += words[0].equals("again") ? 1 : 0;
    switch (words[position]) {
      case "foothold" -> foothold();
      case "case" -> item(text.substring(5));
      case "source" -> sources.add(times(text.substring(7)));
      case "logs" -> logOptions += ", " + times(text.substring(5));
      case "real" -> real(text.split(" +", 3)[2]);
      case "file" -> {
        String[] parts = text.split(" +", 3);
        ingest.file(parts[1], parts.length > 2 ? parts[2].replace('|', '\n') + "\n" : "a\n");
      }
      default -> {
        Instant at = time();
        if (words.length > position + 1 && words[position + 1].contains("->")) {
          logon(at);
        } else {
          act(at);
        }
      }
    }
  }

  /** A file of the real data as a log. */
  private void real(String path) {
    try {
      ingest.file(words[1], Files.readAllBytes(Path.of(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void foothold() {
    String what = words[++position];
    int colon = what.indexOf(':');
    String kind =
        colon >= 0 ? what.substring(0, colon) : Endpoints.isAddress(what) ? "address" : "host";
    position++;
    Instant from = time();
    String until = "";
    if (position < words.length && words[position].equals("until")) {
      position++;
      until = ", until: " + time();
    }
    item("footholds: {" + kind + ": '" + what.substring(colon + 1) + "', from: " + from + until
        + ", grade: confirmed, by: test, why: test}");
  }

  private void item(String text) {
    int colon = text.indexOf(": ");
    blocks
        .computeIfAbsent(text.substring(0, colon), key -> new StringBuilder())
        .append(text.startsWith("moments: ") ? "  " : "  - ")
        .append(times(text.substring(colon + 2)))
        .append('\n');
  }

  private static String times(String text) {
    return AT.matcher(text)
        .replaceAll(m -> WorldTime.of(m.group(1).replace('_', ' ')).toString());
  }

  private Instant time() {
    WorldTime time = new WorldTime(List.of(words), position);
    position = time.end();
    return time.instant();
  }

  /** The word after a key word. */
  private Optional<String> after(String key) {
    for (int i = position; i < words.length - 1; i++) {
      if (words[i].equals(key)) {
        return Optional.of(words[i + 1]);
      }
    }
    return Optional.empty();
  }

  private boolean has(String key) {
    return List.of(words).contains(key);
  }

  static String name(String account) {
    return account.substring(account.indexOf('\\') + 1);
  }

  static String domain(String account) {
    int slash = account.indexOf('\\');
    return slash < 0 ? "-" : account.substring(0, slash).replace('_', ' ');
  }

  private void logon(Instant at) {
    String account = words[position];
    String[] ends = words[position + 1].split("->", -1);
    String from = ends[0].equals("?") ? "-" : ends[0];
    String session = after("session").orElse("0");
    boolean failed = has("failed");
    if (has("ssh")) {
      log.syslog(
          at,
          ends[1],
          "sshd[" + session + "]",
          (failed ? "Failed" : "Accepted") + " password for " + account + " from " + from
              + " port 4022 ssh2");
    } else if (has("smb")) {
      smb(at, ends[1], account, from, after("smb").orElseThrow(), "connect", "");
    } else if (has("cloud")) {
      WorldLog.Use use = new WorldLog.Use(account, from, after("agent").orElse("sdk"));
      Optional<String> error = failed ? Optional.of("AccessDenied") : Optional.empty();
      log.cloud(at, ends[1], "GetCallerIdentity", use, error, "");
    } else {
      boolean address = Endpoints.isAddress(from);
      log.windows(
          at,
          ends[1],
          failed ? 4625 : 4624,
          "TargetUserName",
          name(account),
          "TargetDomainName",
          domain(account),
          "TargetLogonId",
          "0x" + session,
          "LogonType",
          after("type").orElse("3"),
          "IpAddress",
          address ? from : "-",
          "WorkstationName",
          address ? "-" : from);
    }
  }

  private void smb(
      Instant at, String host, String account, String from, String share, String verb, String arg) {
    log.syslog(
        at,
        host,
        "smbd_audit[" + after("session").orElse("1") + "]",
        String.join("|", account, from, "client", share, verb, "ok", arg));
  }

  /** What records other than logons say. */
  private void act(Instant at) {
    String verb = words[position];
    String host = words[position + 1];
    String object = position + 2 < words.length ? words[position + 2] : "";
    String by = after("by").orElse("-");
    String session = "0x" + after("session").orElse("0");
    Object[] subject = {
      "SubjectUserName", name(by), "SubjectDomainName", domain(by), "SubjectLogonId", session
    };
    Object[] target = {
      "TargetUserName", name(by), "TargetDomainName", domain(by), "TargetLogonId", session
    };
    switch (verb) {
      case "logoff" -> log.windows(at, host, 4634, target);
      case "admin" -> log.windows(at, host, 4672, subject);
      case "share" -> log.windows(at, host, 5140, with(subject, "ShareName", "\\\\*\\" + object));
      case "pipe" -> sharedFile(at, host, subject, "IPC$\\" + object, "0x3");
      case "read" -> sharedFile(at, host, subject, object, "0x120089");
      case "list" -> sharedFile(at, host, subject, object, "0x100081");
      case "write" -> sharedFile(at, host, subject, object, "0x2");
      case "delete" -> sharedFile(at, host, subject, object, "0x10000");
      case "refused" ->
        sharedFile(at, host, with(subject, "Keywords", "0x8010000000000000"), object, "0x120089");
      case "service" -> log.windows(at, host, 4697, with(subject, "ServiceName", object));
      case "run" -> log.windows(at, host, 4688, with(subject, "NewProcessName", object));
      case "sysmon" ->
        log.channel(
            "Microsoft-Windows-Sysmon/Operational",
            at,
            host,
            1,
            "Image",
            object,
            "LogonId",
            session,
            "User",
            by,
            "Hashes",
            after("hash").orElse(""));
      case "boot" -> log.windows(at, host, 4608);
      case "cleared" -> log.windows(at, host, 1102);
      case "create", "enable", "alter", "reset", "changes", "remove", "member", "parted" ->
        log.account(at, host, verb, object, has("failed"), after("who").orElse(""), subject);
      case "installed" -> log.channel("System", at, host, 7045, "ServiceName", object);
      case "task" -> log.windows(at, host, 4698, with(subject, "TaskName", object));
      case "sudo" ->
        log.syslog(at, host, "sudo", by + " : TTY=pts/0 ; PWD=/ ; USER=root ; COMMAND=" + object);
      case "closed" ->
        log.syslog(
            at,
            host,
            "sshd[" + after("session").orElse("0") + "]",
            "pam_unix(sshd:session): session closed for user " + by);
      case "open" ->
        smb(at, host, by, after("from").orElse("-"), share(object), "open", file(object));
      case "get", "put" -> cloud(at, host, verb.equals("get") ? "GetObject" : "PutObject", object);
      case "issue" -> {
        WorldLog.Use use = new WorldLog.Use(by, after("from").orElseThrow(), "sdk");
        log.issued(at, host, use, object);
      }
      case "iam" -> {
        WorldLog.Use use = new WorldLog.Use(by, after("from").orElseThrow(), "sdk");
        String user = "\"userName\":\"" + after("user").orElse("") + "\"";
        log.cloud(at, host, object, use, Optional.empty(), user);
      }
      case "conn" -> log.connection(at, host, object.split(":|->", -1), this::after);
      case "passed" -> log.passed(at, host, "%%14593", object.split(":|->", -1));
      case "taken" -> log.passed(at, host, "%%14592", object.split(":|->", -1));
      case "log" -> cover(at, host, object);
      default -> WorldDomain.act(log, at, verb, host, object, this::after);
    }
  }

  static Object[] with(Object[] fields, Object... more) {
    List<Object> all = new ArrayList<>(List.of(fields));
    all.addAll(List.of(more));
    return all.toArray();
  }

  private static String share(String object) {
    return object.substring(0, object.indexOf('\\'));
  }

  private static String file(String object) {
    return "r|" + object.substring(object.indexOf('\\') + 1);
  }

  private void sharedFile(Instant at, String host, Object[] subject, String object, String mask) {
    log.windows(
        at,
        host,
        5145,
        with(
            subject,
            "ShareName",
            "\\\\*\\" + share(object),
            "RelativeTargetName",
            object.substring(object.indexOf('\\') + 1),
            "AccessMask",
            mask));
  }

  private void cloud(Instant at, String service, String name, String object) {
    String[] parts = object.split("/", 4);
    WorldLog.Use use = new WorldLog.Use(
        after("by").orElseThrow(), after("from").orElseThrow(), after("agent").orElse("sdk"));
    log.cloud(
        at,
        service,
        name,
        use,
        Optional.empty(),
        "\"bucketName\":\"" + parts[2] + "\",\"key\":\"" + parts[3] + "\"");
  }

  /** Records of nobody, so that the log of the host is there. */
  private void cover(Instant from, String host, String kinds) {
    position += 3;
    while (!words[position].equals("until")) {
      position++;
    }
    position++;
    Instant until = time();
    for (Instant at = from; !at.isAfter(until); at = at.plus(Duration.ofHours(12))) {
      if (kinds.contains("logon")) {
        log.windows(at, host, 4634, "TargetUserName", "svc-clock", "TargetLogonId", "0xfffff0");
      }
      if (kinds.contains("file")) {
        sharedFile(at, host, new Object[] {"SubjectLogonId", "0xfffff0"}, "clock\\tick.txt", "0x1");
      }
    }
  }
}

package org.tidemark.casefile;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A first case.yaml for a folder of evidence (the command {@code init}): what can be told from
 * names is filled in, what only the responder knows stands in comments. What it writes is read by
 * {@link CaseFileReader} without a problem.
 */
public final class CaseSketch {
  private static final int MOST_HOSTS = 200;
  private static final Set<String> LOG_WORDS = Set.of(
      "log",
      "logs",
      "evtx",
      "syslog",
      "auth",
      "secure",
      "audit",
      "event",
      "events",
      "eventlog",
      "security",
      "sysmon",
      "cloudtrail",
      "messages",
      "journal");
  private static final Set<String> LOG_ENDINGS =
      Set.of("log", "evtx", "json", "jsonl", "ndjson", "gz", "zip", "txt", "syslog");
  private static final Set<String> FILE_WORDS =
      Set.of("files", "file", "shares", "share", "copies", "data", "home", "images");
  private static final Set<String> DIRECTORY_WORDS = Set.of("directory", "accounts", "users");
  // Words up to the first one with a number: of "hb-fs01-security" it is "hb-fs01".
  private static final Pattern HOST = Pattern.compile("[a-z](?:[a-z]*-)*[a-z]*[0-9]{1,5}[a-z]*");

  private CaseSketch() {}

  /**
   * A file that was found.
   *
   * @param path relative to the case folder, {@code /} between names
   * @param bytes its size
   */
  public record Seen(String path, long bytes) {}

  /** The text of a first case file; {@code folderName} gives the case its name. */
  public static String yaml(String folderName, List<Seen> seen) {
    Map<String, List<Seen>> roots = new TreeMap<>();
    for (Seen file : seen) {
      roots.computeIfAbsent(root(file.path()), r -> new ArrayList<>()).add(file);
    }
    Set<String> hosts = new TreeSet<>();
    StringBuilder evidence = new StringBuilder();
    StringBuilder directory = new StringBuilder();
    roots.forEach((root, files) -> {
      String words = root.toLowerCase(Locale.ROOT);
      if (words.contains("/") && DIRECTORY_WORDS.contains(words.substring(0, words.indexOf('/')))) {
        directory.append("# - {path: ").append(quoted(files.get(0).path()));
        directory.append(", controller: us, identifies: {email: email, name: name}}\n");
      }
      evidence.append(entry(root, files, hosts));
    });
    return text(id(folderName), evidence.toString(), directory.toString(), hosts);
  }

  private static String entry(String root, List<Seen> files, Set<String> hosts) {
    long bytes = files.stream().mapToLong(Seen::bytes).sum();
    String size = "    # " + files.size() + " files, " + megabytes(bytes);
    if (root.indexOf('\\') >= 0) {
      return "  # left out, since a backslash in a path is most often a slip: " + quoted(root)
          + "\n";
    }
    if (isLogs(root, files)) {
      files.stream()
          .map(f -> hostIn(f.path().substring(f.path().lastIndexOf('/') + 1)))
          .filter(host -> !host.isEmpty() && hosts.size() < MOST_HOSTS)
          .forEach(hosts::add);
      return "  - {path: " + quoted(root) + "}" + size + ": logs\n";
    }
    String name = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
    String host = root.endsWith("/") ? hostIn(name.substring(name.lastIndexOf('/') + 1)) : "";
    if (host.isEmpty()) {
      return "  - {path: " + quoted(root) + "}" + size + "; add 'of: HOST' if copied from one\n";
    }
    hosts.add(host);
    return "  - {path: " + quoted(root) + ", of: " + host + "}" + size
        + ": copies of what it held\n";
  }

  /**
   * The folder that one evidence entry stands for: of {@code files/hb-fs01/a/b} it is {@code
   * files/hb-fs01/}.
   */
  private static String root(String path) {
    String[] names = path.split("/", -1);
    if (names.length == 1) {
      return path;
    }
    boolean files = FILE_WORDS.contains(names[0].toLowerCase(Locale.ROOT));
    return files && names.length > 2 ? names[0] + "/" + names[1] + "/" : names[0] + "/";
  }

  private static boolean isLogs(String root, List<Seen> files) {
    String first = root.toLowerCase(Locale.ROOT).split("[/._-]", 2)[0];
    if (FILE_WORDS.contains(first) || DIRECTORY_WORDS.contains(first)) {
      return false;
    }
    long like = files.stream().filter(f -> looksLikeLog(f.path())).count();
    return LOG_WORDS.contains(first) || like * 2 > files.size();
  }

  private static boolean looksLikeLog(String path) {
    String[] words = path.toLowerCase(Locale.ROOT).split("[/._ -]+", -1);
    boolean word = false;
    for (String each : words) {
      word |= LOG_WORDS.contains(each);
    }
    return word && LOG_ENDINGS.contains(words[words.length - 1]);
  }

  private static String hostIn(String fileName) {
    var matcher = HOST.matcher(fileName.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      String host = matcher.group();
      if (!LOG_WORDS.contains(host.replaceAll("[0-9-].*", ""))) {
        return host;
      }
    }
    return "";
  }

  private static String id(String folderName) {
    String plain = Normalizer.normalize(folderName, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-+", "");
    String id = plain.substring(0, Math.min(64, plain.length())).replaceAll("-+$", "");
    return id.isEmpty() ? "case" : id;
  }

  /** A path as YAML text that can mean nothing else. */
  private static String quoted(String path) {
    StringBuilder text = new StringBuilder("\"");
    path.codePoints().forEach(c -> {
      if (c == '"' || c == '\\') {
        text.append('\\').appendCodePoint(c);
      } else if (Character.isISOControl(c)) {
        text.append("\\x%02x".formatted(c));
      } else {
        text.appendCodePoint(c);
      }
    });
    return text.append('"').toString();
  }

  private static String megabytes(long bytes) {
    return bytes < 10_000_000 ? bytes / 1000 + " kB" : bytes / 1_000_000 + " MB";
  }

  private static String text(String id, String evidence, String directory, Set<String> hosts) {
    StringBuilder hostList = new StringBuilder();
    hosts.forEach(host -> hostList.append(hostList.isEmpty() ? "" : ", ").append(host));
    String example = hosts.isEmpty() ? "pc-0417" : hosts.iterator().next();
    return """
        # Written by 'tidemark init' from what lies in this folder. Every field: \
        docs/reference/case-file.md.
        tidemark: 1
        case: %s
        controller: us                 # whose case this is: one of the organisations below

        # Who is involved. Hosts by name or pattern ("fs-*"), longest match wins; everyone else \
        is 'outside'.
        organisations:
          - {id: us, name: Our company, hosts: [%s]}
        # - {id: them, name: An affiliate, country: KR, role: affiliate, hosts: ["th-*"], \
        domains: [THEM]}

        # What the intruder holds, and from when: one host, account, session, key or address each.
        footholds: []
        # - {host: %s, from: 2023-09-14T03:12:00+09:00, grade: confirmed, by: your name, why: \
        malware found}

        # Signs of the intruder: address, domain, hash, process, account or user_agent.
        indicators: []
        # - {address: 203.0.113.9, grade: confirmed, why: command server}

        # Where the evidence lies. 'zone:' for logs without an offset; 'of:' for copies of what \
        a host held.
        evidence:
        %s
        # Whose data lies where.
        stores: []
        # - {match: "**/hr/**", controller: us, service: internal}

        # Lists that resolve accounts and internal identifiers to people.
        directory: []
        %s
        # When the legal clocks start.
        moments: {}
        # moments: {first_signal: 2023-10-17T09:00:00+09:00, aware: 2023-10-27T18:00:00+09:00}
        """.formatted(id, hostList, example, evidence, directory);
  }
}

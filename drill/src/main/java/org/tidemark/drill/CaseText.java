package org.tidemark.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.tidemark.drill.logs.LogMaker;
import org.tidemark.drill.world.Timeline;

/** Writes the drill's case.yaml: what a responder would say about this intrusion. */
final class CaseText {
  private CaseText() {}

  static void write(Path caseFolder, Timeline timeline) throws IOException {
    List<String> lines = List.of(
        "# A drill: every name, person and act in it is invented. The answers lie in ../truth.",
        "tidemark: 1",
        "case: drill-harbour-2023",
        "controller: harbour",
        "organisations:",
        "  - {id: harbour, name: Harbour Chat, country: JP, capacities: [controller, carrier],"
            + " hosts: [\"hb-*\", \"*.harbour.example\", \"aws/**\"], networks: "
            + "[10.10.0.0/16], domains: [HARBOUR]}",
        "  - {id: tidal, name: Tidal Cloud, country: KR, role: affiliate, hosts: "
            + "[\"td-*\", \"*.tidal.example\"],"
            + " networks: [10.20.0.0/16], domains: [TIDAL]}",
        "  - {id: mooring, name: Mooring Security, country: KR, role: "
            + "subcontractor, hosts: [\"mr-*\","
            + " \"*.mooring.example\"], networks: [10.30.0.0/16], domains: [MOORING]}",
        "trust:",
        "  - {from: tidal, to: harbour, by: shared-directory, at: hb-auth01}",
        "footholds:",
        "  - {host: mr-pc-0417, from: " + time(timeline.foothold()) + ", from_latest: "
            + time(timeline.foothold() + 36 * 3600L)
            + ", grade: confirmed, by: \"K. Mori\", why: \"malware found by the "
            + "affiliate's scan\"}",
        "indicators:",
        "  - {address: 203.0.113.9, grade: confirmed, why: \"the intruder's own server\"}",
        "  - {process: '" + LogMaker.malware() + "', grade: confirmed, why: \"the malware\"}",
        "  - {account: 'HARBOUR\\hb-support9', grade: confirmed, why: \"nobody "
            + "at Harbour made this account\"}",
        "expected:",
        "  - {account: 'HARBOUR\\svc-backup', does: backup, to: [\"hb-fs*\"], "
            + "by: \"ops\", why: \"nightly\"}",
        "keep: ['HARBOUR\\hb-admin-breakglass']",
        "names:",
        "  - {host: hb-app01, also: [10.10.0.21]}",
        "  - {host: hb-fs02, also: [10.10.0.12]}",
        "  - {host: hb-db01, also: [10.10.0.22]}",
        "shared: [198.51.100.20]",
        "evidence:",
        source("harbour-dc", "Asia/Tokyo", "harbour", "logon, process, file, change"),
        "  - {path: logs/harbour-fs/, zone: Asia/Tokyo, clock_offset: {hb-fs01: "
            + "PT7M12S}, supplied_by: harbour,"
            + " collected_at: 2023-11-01T09:00:00+09:00, filtered: false, audits: [logon, file]}",
        source("harbour-db02", "Asia/Tokyo", "harbour", "logon"),
        source("harbour", "Asia/Tokyo", "harbour", "logon"),
        source("harbour-linux", "Asia/Tokyo", "harbour", "logon"),
        source("harbour-db01", "UTC", "harbour", "logon"),
        source("harbour-smb", "Asia/Tokyo", "harbour", "file"),
        source("tidal-dc", "Asia/Seoul", "tidal", "logon, process, file, change"),
        source("tidal-jump", "Asia/Seoul", "tidal", "logon, process"),
        source("tidal", "Asia/Seoul", "tidal", "logon"),
        source("mooring-dc", "Asia/Seoul", "mooring", "logon, process, file, change"),
        source("mooring", "Asia/Seoul", "mooring", "logon"),
        source("cloudtrail", "UTC", "harbour", "logon, file, change"),
        "  - {path: files/hb-fs01/, of: hb-fs01, as: '\\\\hb-fs01\\share'}",
        "  - {path: files/hb-fs02/, of: hb-fs02, as: '\\\\hb-fs02\\share'}",
        "  - {path: files/hb-fs03/, of: hb-fs03, as: '\\\\hb-fs03\\share'}",
        "  - {path: files/harbour-exports/, of: aws/210987654321/s3, as: \"s3://harbour-exports\"}",
        "  - {path: files/found-on-their-server/}",
        "inventory: [{path: inventory/hb-fs02.csv, of: hb-fs02}]",
        "collect:",
        "  - {hosts: \"hb-fs02\", sources: [sshd-syslog, smb-access]}",
        "  - {hosts: \"hb-mail01\", sources: [windows-json]}",
        "exposed:",
        "  - {path: \"files/found-on-their-server/**\", grade: confirmed, why: "
            + "\"recovered from the intruder's"
            + " server\"}",
        "stores:",
        "  - {match: \"**/tidal/**\", controller: tidal, service: internal}",
        "  - {match: \"**/hr/**\", controller: harbour, service: internal}",
        "  - {match: \"**/contractors/**\", controller: harbour, service: internal}",
        "  - {match: \"**/crm/**\", controller: harbour, service: internal}",
        "  - {match: \"**/mail/**\", controller: harbour, service: internal}",
        "  - {match: \"**/members/**\", controller: harbour, service: carrier}",
        "  - {match: \"**/usage/**\", controller: harbour, service: carrier}",
        "directory:",
        "  - {path: directory/accounts.csv, controller: harbour, identifies: "
            + "{user_id: internal-id/hb-member,"
            + " email: email, name: name, country: country}}",
        "people:",
        "  roles: {employee: [\"**/hr/**\", \"**/tidal/**\"], contractor: "
            + "[\"**/contractors/**\"], partner:"
            + " [\"**/crm/**\"], user: [\"**/members/**\", \"**/usage/**\"]}",
        "  columns: [{files: \"**/crm/**\", column: mail2, kind: email}]",
        "  default_country: JP",
        "moments:",
        "  first_signal: " + time(timeline.contained() - 26 * 3600L),
        "  aware: " + time(timeline.contained() - 3 * 3600L),
        "  contained: " + time(timeline.contained()),
        "laws: [JP-APPI, JP-TBA, KR-PIPA, EU-GDPR]");
    Files.write(caseFolder.resolve("case.yaml"), lines);
  }

  private static String source(String folder, String zone, String supplier, String audits) {
    return "  - {path: logs/" + folder + "/, zone: " + zone + ", supplied_by: " + supplier
        + ", collected_at: 2023-11-01T09:00:00+09:00, filtered: false, audits: [" + audits + "]}";
  }

  private static String time(long seconds) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        Instant.ofEpochSecond(seconds).atZone(ZoneId.of("Asia/Tokyo")));
  }
}

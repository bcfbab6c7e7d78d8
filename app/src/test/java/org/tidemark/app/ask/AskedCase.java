package org.tidemark.app.ask;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.CaseFileReader;
import org.tidemark.casefile.CaseReading;
import org.tidemark.investigation.ask.AskJson;
import org.tidemark.investigation.ask.Loss;

/** A made-up case with a question of every sort. */
final class AskedCase {
  private static final String CASE = """
      tidemark: 1
      case: harbour-chat-2023
      controller: harbour
      organisations:
        - {id: harbour, name: Harbour Chat, country: JP, hosts: ["hb-*"],
           legal_name: ハーバーチャット株式会社, address: 東京都千代田区1-1,
           contact: "CSIRT, csirt@harbour.example"}
        - {id: tidal, name: Tidal Cloud, country: KR, hosts: ["td-*"], networks: [10.20.0.0/16],
           domains: [TIDAL], legal_name: 주식회사 타이달클라우드, address: 서울특별시 중구 1}
        - {id: mooring, name: Mooring Security, country: US, hosts: ["mr-*"]}
      footholds: [{host: mr-pc-0417, from: 2023-10-04T18:12:00Z, grade: confirmed}]
      indicators: [{address: 203.0.113.9, grade: confirmed}]
      evidence: [{path: logs/, supplied_by: mooring, zone: Australia/Sydney}]
      """;

  private AskedCase() {}

  static CaseFile caseFile() {
    CaseReading reading = CaseFileReader.read(CASE);
    if (reading instanceof CaseReading.Whole whole) {
      return whole.file();
    }
    throw new AssertionError(reading.toString());
  }

  /** Questions to three organisations and to nobody known. */
  static AskJson all() {
    return asked(List.of(
        question("mooring", "host", "mr-pc-0417", "windows-security", true, "process", "not-known"),
        question("tidal", "domain", "TIDAL", "windows-security", false, "ticket", "overwritten"),
        question(
            "tidal", "address", "10.20.0.254", "address-assignment", false, "address", "not-known"),
        question("tidal", "host", "td-web1", "linux-auth", false, "logon", "losing"),
        question("tidal", "host", "td-keycloak", "keycloak-events", false, "logon", "not-recorded"),
        question("harbour", "host", "hb-aws", "aws-cloudtrail", false, "change", "kept"),
        question("harbour", "edge", "harbour", "address-assignment", false, "address", "not-known"),
        question("harbour", "host", "hb-fs09", "linux-auth", false, "logon", "lost"),
        question("outside", "host", "somewhere", "host-logon", false, "logon", "not-known")));
  }

  static AskJson asked(List<AskJson.Question> questions) {
    return new AskJson(
        "harbour-chat-2023",
        "2023-11-05",
        "resolve",
        questions,
        List.of(new AskJson.NoLog("owner-like", 43, Optional.of(9L), Optional.of(1_204L))),
        List.of());
  }

  static String letter(List<AskJson.Question> questions, String language) {
    return Letter.write(
            asked(questions), caseFile(), questions.get(0).organisation(), Optional.of(language))
        .orElseThrow();
  }

  /** One question of each state that a log can be in, and one without a window. */
  static List<AskJson.Question> everyState() {
    List<AskJson.Question> questions = new ArrayList<>();
    for (Loss.State state : Loss.State.values()) {
      questions.add(question("tidal", "hosts", "td-*", "linux-auth", true, "time", state.id()));
    }
    questions.add(question("tidal", "edge", "tidal", "a-log-of-tomorrow", false, "file", "kept"));
    return questions;
  }

  static AskJson.Question question(String organisation, String kind, String place) {
    return question(organisation, kind, place, "host-logon", false, "logon", "not-known");
  }

  /** A question on which no object is known to hang. */
  static AskJson.Question uncounted() {
    AskJson.Question q = question("tidal", "host", "td-1");
    return new AskJson.Question(
        q.id(),
        q.organisation(),
        q.kind(),
        q.place(),
        q.log(),
        q.logName(),
        q.basis(),
        q.copy(),
        q.acts(),
        q.from(),
        q.to(),
        q.settles(),
        Optional.empty(),
        Optional.empty(),
        q.retention());
  }

  private static AskJson.Question question(
      String organisation,
      String kind,
      String place,
      String log,
      boolean copy,
      String act,
      String state) {
    boolean dated = List.of("kept", "losing", "lost").contains(state);
    return new AskJson.Question(
        "Q" + place,
        organisation,
        kind,
        place,
        log,
        "the " + log,
        "seen",
        copy,
        act.equals("process") ? List.of("process", "file") : List.of(act),
        Optional.of(Instant.parse("2023-10-04T18:12:00Z")),
        Optional.of(Instant.parse("2023-10-31T03:00:00Z")),
        List.of(new AskJson.Settled("hop", "possible", "owner-like", 18)),
        Optional.of(80L),
        Optional.of(1_204L),
        new AskJson.Retention(
            state,
            dated ? Optional.of(state.equals("kept") ? "P90D" : "P28D") : Optional.empty(),
            dated ? "default" : "none",
            dated ? Optional.of("2024-01-02") : Optional.empty(),
            dated ? Optional.of("2024-01-29") : Optional.empty(),
            state.equals("losing") ? Optional.of("2023-10-08") : Optional.empty(),
            Optional.of("2023-11-05"),
            "in words",
            Optional.empty()));
  }
}

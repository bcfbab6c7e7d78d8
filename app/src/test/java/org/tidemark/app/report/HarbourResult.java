package org.tidemark.app.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tidemark.app.report.CaseNames.Organisation;

/** A made-up result of the worked incident that the drill plays: 68 hops, 1,463 people. */
final class HarbourResult {
  private static final ObjectMapper JSON = new ObjectMapper();

  private HarbourResult() {}

  static ResultFiles files() {
    return new ResultFiles(json("findings.json"), json("trail.json"), json("evidence.json"));
  }

  static ReportRows rows() {
    return JSON.convertValue(json("rows.json"), ReportRows.class);
  }

  static CaseNames names() {
    Map<String, Organisation> organisations = new LinkedHashMap<>();
    organisations.put("harbour", new Organisation("ハーバーチャット株式会社", Optional.of("JP")));
    organisations.put("tidal", new Organisation("타이달클라우드", Optional.of("KR")));
    organisations.put("mooring", new Organisation("Mooring Security", Optional.of("KR")));
    Map<String, Instant> moments = new LinkedHashMap<>();
    moments.put("first_signal", Instant.parse("2023-10-17T00:00:00Z"));
    moments.put("aware", Instant.parse("2023-10-27T09:00:00Z"));
    moments.put("contained", Instant.parse("2023-10-27T14:00:00Z"));
    return new CaseNames("harbour-chat-2023", "harbour", organisations, moments);
  }

  static JsonNode json(String name) {
    try (InputStream in = HarbourResult.class.getResourceAsStream("harbour/" + name)) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

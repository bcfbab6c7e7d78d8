package org.tidemark.app.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What verify drill says of hops. */
class HopAccuracyTest {
  private static final String TRUTH = """
      at,account,from,to,by,grade,kind
      2023-10-02T01:00:00Z,kim,pc1,fs1,intruder,confirmed,access
      2023-10-03T01:00:00Z,kim,pc1,fs2,intruder,possible,access
      2023-10-04T01:00:00Z,lee,pc1,fs1,owner,possible,access
      2023-10-05T01:00:00Z,kim,pc1,fs3,intruder,possible,access
      """;

  private static final String BACKGROUND = """
      at,account,from,to,why
      2023-10-06T01:00:00Z,lee,10.9.0.1,fs1,vpn-pool
      """;

  @TempDir
  Path temp;

  private void check(String hops, String expected) throws IOException {
    Files.writeString(temp.resolve("hops.csv"), TRUTH);
    Files.writeString(temp.resolve("background.csv"), BACKGROUND);
    String trail = "{\"footholds\":[{\"from\":\"2023-10-02T00:00:00Z\"}],\"hops\":[" + hops + "]}";
    List<String> lines = HopAccuracy.lines(temp, new ObjectMapper().readTree(trail));
    assertEquals(expected.strip(), String.join("\n", lines).strip().indent(0).strip());
  }

  private static String hop(
      String at, String account, String from, String to, String grade, String rule, String share) {
    String source = from.startsWith("10.") ? "address" : "host";
    return """
        {"at":"%s:00.250Z","account":{"name":"%s"},"from":{"%s":"%s"},"to":{"host":"%s"},
        "grade":"%s","rule":"%s","likelihood":%s}""".formatted(at, account, source, from, to, grade, rule, share);
  }

  @Test
  void theTruthHasPrecisionAndRecallOfOne() throws IOException {
    check(
        String.join(
            ",",
            hop("2023-10-02T01:00", "kim", "pc1", "fs1", "confirmed", "indicator-account", "1000"),
            hop("2023-10-03T01:00", "kim", "pc1", "fs2", "possible", "held-source", "1000"),
            hop("2023-10-04T01:00", "lee", "pc1", "fs1", "possible", "owner-like", "10"),
            hop("2023-10-05T01:00", "kim", "pc1", "fs3", "possible", "held-source", "900")),
        """
        confirmed precision 1.000 (1 of 1), recall 1.000 (1 of 1)
          possible  precision 1.000 (3 of 3), recall 1.000 (3 of 3)
          intruder's 3 of 3 found
          possible hops a day, were each an alert: 1.0, without owner-like 0.7 (3.0 days)
          by likelihood: all 2 of the intruder's possible hops are among the 2 least usual of 3,\
         0.7 a day
          false hops: 0""");
  }

  @Test
  void aFalseHopIsToldWithItsRuleAndWhatMadeIt() throws IOException {
    check(
        String.join(
            ",",
            hop("2023-10-03T01:00", "kim", "pc1", "fs2", "possible", "held-source", "null"),
            hop("2023-10-06T01:00", "lee", "10.9.0.1", "fs1", "possible", "fallen-platform", "5"),
            hop("2023-10-06T02:00", "lee", "pc1", "fs9", "confirmed", "ruling", "5")),
        """
        confirmed precision 0.000 (0 of 1), recall 0.000 (0 of 1)
          possible  precision 0.500 (1 of 2), recall 0.333 (1 of 3)
          intruder's 1 of 3 found
          possible hops a day, were each an alert: 0.5, without owner-like 0.5 (4.1 days)
          by likelihood: none of the intruder's possible hops has one
          false hops: 2
                   1 by rule fallen-platform
                   1 by rule ruling
                   1 fallen-platform, vpn-pool
                   1 ruling, other ordinary work""");
  }
}

package org.tidemark.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every text of every result file is hostile: the page stays a page of text. */
class HostileNamesTest {
  private static final String EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>"
      + "\"'&\u202egnp.exe\u0007\u001b[31m\u200b\u2066\ud800\u0000";

  /** Appends to every text but instants, which the page would not read otherwise. */
  private static JsonNode hostile(JsonNode node, String appended) {
    if (node.isTextual()) {
      return Wording.instant(node.asText()).isPresent()
          ? node
          : TextNode.valueOf(node.asText() + appended);
    }
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, hostile(array.get(i), appended));
      }
    }
    if (node instanceof ObjectNode object) {
      List<String> fields = new ArrayList<>();
      object.fieldNames().forEachRemaining(fields::add);
      fields.forEach(f -> object.set(f, hostile(object.get(f), appended)));
    }
    return node;
  }

  private static ObjectNode trail() throws Exception {
    ObjectNode trail = HarbourResult.files().trail().deepCopy();
    trail.setAll((ObjectNode) new ObjectMapper().readTree("""
        {"left_behind":[{"kind":"service","name":"s","what":"w","host":"h","organisation":"o",
           "by":"b","at":"2023-09-16T00:00:00Z","grade":"g","rule":"r","why":"y","hop":"x",
           "records":[{"file":"f","record":1}]}],
         "next_hosts":[{"order":1,"host":"h","organisation":"o","state":"s","grade":"g",
           "image":"i","isolate":"j","not_isolated":"k"}],
         "outgoing":[{"host":"h","organisation":"o","destination":"d","kind":"k","bytes":1,
           "bounded":false,"flows":2,"unsized":1,"grade":"g","rule":"r","ask_for":"a h",
           "records":[{"file":"f","record":1}]},{"host":"h","destination":null,"ask_for":"a"}],
         "platforms_in_doubt":[{"host":"h","at":"2023-09-16T00:00:00Z","grade":"g","rule":"r",
           "vouched_for":1}]}"""));
    ObjectNode foothold = (ObjectNode) trail.path("footholds").get(1);
    foothold.putArray("candidates").add("way").addObject().put("host", "h").put("why", "w");
    ObjectNode hop = (ObjectNode) trail.path("hops").get(0);
    hop.put("causal_account", "c").put("likelihood", 900).putArray("unusual").add("u");
    return trail;
  }

  private static String page(String appended) throws Exception {
    ResultFiles files = HarbourResult.files();
    return ReportPage.html(
        new ResultFiles(
            hostile(files.findings().deepCopy(), appended),
            hostile(trail(), appended),
            hostile(files.evidence().deepCopy(), appended)),
        HarbourResult.names(),
        ReportRows.NONE);
  }

  @Test
  void noTextBecomesMarkup() throws Exception {
    String page = page(EVIL);
    assertEquals(1, page.split("<script", -1).length - 1, "scripts");
    assertFalse(page.contains("<img"), "an element from a name");
    assertTrue(page.contains("&lt;img src=x onerror=alert(2)&gt;"), "the name is still told");
  }

  @Test
  void noQuoteEndsAnAttribute() throws Exception {
    String page = page(EVIL);
    assertFalse(page.matches("(?s).*<[a-z][^>\"]*(\"[^\"]*\"[^>\"]*)*\\bonerror=.*"), "event");
    assertFalse(page.contains("\"'&"), "a raw quote");
  }

  @Test
  void nothingTurnsTheReadingDirectionOrReachesThePageAsControl() throws Exception {
    page(EVIL)
        .codePoints()
        .forEach(c -> assertFalse(
            (c < 0x20 && c != '\n' && c != '\t')
                || c == 0x202E
                || c == 0x200B
                || c == 0x2066
                || (c >= 0xD800 && c <= 0xDFFF),
            "U+" + Integer.toHexString(c)));
  }

  @Test
  void aVeryLongNameIsCutInThePictureAndWholeInTheText() throws Exception {
    String page = page("x".repeat(5000));
    assertTrue(page.contains("x".repeat(5000)), "whole in the text");
    assertFalse(page.matches("(?s).*<text[^>]*>[^<]{200,}</text>.*"), "cut where space is short");
  }
}

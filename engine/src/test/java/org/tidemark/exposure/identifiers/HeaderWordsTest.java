package org.tidemark.exposure.identifiers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeaderWordsTest {
  private static final String CHARACTERS =
      "abzABZ019 _-.()[]（）【】/@\t\u00a0éÉßİーｰ名前メ이메ﾒｶﾞＡ１Ⅳ²½\u0301\u20e3\u0903𝒜𠮷😀\ud800";

  @Test
  void headersAreWordsPartedByOneBlank() {
    check("Mail_Address", "mail address");
    check("customerEmail2", "customer email");
    check(" e-mail (work) ", "e mail");
    check("(電話)", "電話");
    check("ＴＥＬ　番号", "tel 番号");
    check("メールアドレス１", "メールアドレス");
    check("--", "");
    check("a".repeat(81), "");
  }

  @Test
  void gapsAreWhatUnicodeCallsNoLetterNumberOrMark() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder header = new StringBuilder();
      for (int left = random.nextInt(12); left > 0; left--) {
        header.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
      }
      String text = header.toString();
      assertEquals(byPatterns(text), HeaderWords.normal(text), "seed 7, header " + i);
    }
  }

  /** The definition, one pattern a rule. */
  private static String byPatterns(String header) {
    String text = Normalizer.normalize(header, Normalizer.Form.NFKC);
    String outside = text.replaceAll("[(\\[{（【][^)\\]}）】]*[)\\]}）】]", " ");
    return (outside.isBlank() ? text : outside)
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}\\p{M}ー]+", " ")
        .strip()
        .replaceAll("(?<=\\p{L}) ?[0-9]{1,2}$", "");
  }

  private static void check(String header, String normal) {
    assertEquals(normal, HeaderWords.normal(header));
  }
}

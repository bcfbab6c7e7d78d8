package org.tidemark.exposure.readers;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * How much decoded bytes look like something that people write: a mean weight of the characters
 * beyond ASCII. Frequent syllables and ideographs weigh more than rare ones, since EUC-JP and
 * EUC-KR decode each other's bytes without an error and only the frequency tells them apart.
 */
final class EncodingScore {
  /** Below this mean no encoding fits. */
  static final double IMPLAUSIBLE = -0.5;

  private static final int CUT_BYTES = 4;

  private static final BitSet HANGUL = set("김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄"
      + "채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모국다는을를에의가은로사자대시어"
      + "나리아스해라일부수있그만것들보과와니면요세상년월생별화번호름메회사원울산경광저데무된되용습합게"
      + "간했내계관련업등영철희숙미동훈재준혁은혜예린빈솔태형규필순자애경복담당직급팀입니까지금중학교");

  private static final BitSet KANJI = set("日本人年月大学会社員名前氏住所電話番号生性別男女東京都府県市区町村田中山川木林森小野上下井藤"
      + "佐鈴高橋伊渡辺加吉松石原島崎岡池清水長谷部和久保内西南北新太郎子美一二三四五六七八九十香奈恵真"
      + "由優結翔陽健誠明正雄介平成昭令国籍職業顧客担当者様御株式有限契約注文商品価格備考連絡先管理登録"
      + "更新済未合計金額請求書報告確認件数時間分出入金銀行口座支店送受信返答質問回手私何今見行来思言"
      + "事的不同意用方法全体部門課長役社外内容開始終了希望斎斉後近遠青赤白黒福幸宏博智裕樹翼");

  private static final BitSet HANZI = set("的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可"
      + "她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手用主行方又如前所本见经头面公同三"
      + "已老从动两长知名姓性别男女电话址邮箱机号码客户张王李刘陈杨赵黄周吴徐孙马朱胡林郭何高罗郑梁谢"
      + "宋唐许邓冯韩曹曾彭肖蔡潘田董袁余叶杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱侯邹");

  private EncodingScore() {}

  /** The text in that encoding, or null where a byte does not fit. */
  static @Nullable String decode(byte[] bytes, Charset charset) {
    return decode(bytes, charset, false);
  }

  /** The same for bytes that may be {@code cut}: a character cut at the end is left out. */
  static @Nullable String decode(byte[] bytes, Charset charset, boolean cut) {
    CharsetDecoder decoder = charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer out = CharBuffer.allocate((int) (bytes.length * decoder.maxCharsPerByte()) + 1);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CoderResult result = decoder.decode(in, out, !cut);
    if (result.isError() || in.remaining() >= CUT_BYTES) {
      return null;
    }
    out.flip();
    return out.toString();
  }

  /**
   * Whether nearly all sequences beyond ASCII are UTF-8: a few bytes were damaged, the rest is
   * plain.
   */
  static boolean mostlyUtf8(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
      int good = 0;
      int bad = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '\uFFFD') {
          bad++;
        } else if (c >= 0x80) {
          good++;
        }
      }
      return good > 20 * bad;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** Mean weight of UTF-16 text, ASCII counted as plausible. */
  static double wide(String text) {
    double sum = 0;
    int plain = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return -1;
      }
      if (c < 0x80) {
        plain++;
        sum += c >= 0x20 || c == '\n' || c == '\r' || c == '\t' ? 1 : -5;
      } else {
        sum += Math.min(1, weight(c, StandardCharsets.UTF_16LE));
      }
    }
    // Two ASCII characters read as one give ideographs: text has line ends, digits or blanks.
    return plain * 20L < text.length() || text.isEmpty() ? -1 : sum / text.length();
  }

  /** Mean weight of the characters beyond ASCII. */
  static double of(String text, Charset charset) {
    double sum = 0;
    int count = 0;
    boolean latin = charset.name().equals("windows-1252");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        count++;
        sum += latin ? latin(text, i) : weight(c, charset);
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  /**
   * Western text: a letter with an accent stands among letters, a sign beside a blank or a digit.
   */
  private static double latin(String text, int at) {
    char c = text.charAt(at);
    char before = at > 0 ? text.charAt(at - 1) : ' ';
    char after = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    boolean lonely = before < 0x80 && after < 0x80;
    if (Character.isLetter(c) && c != 'ª' && c != 'º' && c != 'ƒ') {
      boolean inWord = letter(before) || letter(after);
      return lonely && inWord ? 2 : inWord ? -0.2 : -1.5;
    }
    boolean quote = (c >= '\u2013' && c <= '\u2026') || "£©®°€·»«§²³\u00A0".indexOf(c) >= 0;
    return quote && lonely ? 1.2 : -1.5;
  }

  private static boolean letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static double weight(char c, Charset charset) {
    String name = charset.name();
    boolean japanese = name.equals("windows-31j") || name.equals("EUC-JP");
    boolean korean = name.equals("x-windows-949");
    boolean chinese = name.equals("GB18030");
    if (c >= 0x3041 && c <= 0x30FF) {
      return chinese || korean ? -0.5 : 3;
    }
    if (c >= 0xAC00 && c <= 0xD7A3) {
      return HANGUL.get(c) ? 3 : 0.9;
    }
    if (c >= 0x4E00 && c <= 0x9FFF) {
      if (korean) {
        return -0.8;
      }
      if (chinese) {
        return HANZI.get(c) ? 2.6 : 0.5;
      }
      return KANJI.get(c) ? 3 : 1.1;
    }
    if (c >= 0xFF61 && c <= 0xFF9F) {
      // EUC-JP writes them with two bytes, so nothing is taken for them by chance.
      return name.equals("EUC-JP") ? 2.5 : japanese ? 0.2 : -1;
    }
    if ((c >= 0xFF01 && c <= 0xFF5E) || (c >= 0x3000 && c <= 0x3020)) {
      return 1.5;
    }
    if ((c >= 0xE000 && c <= 0xF8FF) || c == '\uFFFD') {
      return -10;
    }
    if (c < 0xA0) {
      return -6;
    }
    return c < 0x250 ? 0.2 : -1.2;
  }

  private static BitSet set(String characters) {
    BitSet set = new BitSet();
    characters.chars().forEach(set::set);
    return set;
  }
}

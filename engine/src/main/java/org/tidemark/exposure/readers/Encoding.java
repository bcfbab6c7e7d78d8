package org.tidemark.exposure.readers;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the encoding of a text.
 *
 * <p>Idea: the whole file is looked at, but only lines that hold more than ASCII are kept, so that
 * a Japanese name on line 40,000 of an English table counts. What can be known is known (byte order
 * marks, escape sequences, strict UTF-8); only the rest is judged, by decoding strictly in each
 * candidate and asking how much the result looks like something that people write ({@link
 * EncodingScore}). ICU decides ties only: on short East Asian texts it errs.
 */
public final class Encoding {
  private static final List<Charset> CANDIDATES = List.of(
      Charset.forName("windows-31j"),
      Charset.forName("EUC-JP"),
      Charset.forName("x-windows-949"),
      Charset.forName("windows-1252"),
      Charset.forName("GB18030"));

  private static final int NUL_LOOK = 1 << 16;
  private static final double TIE = 0.12;

  private Encoding() {}

  /**
   * What was found.
   *
   * @param charset how to decode; meaningless when {@code binary}
   * @param markBytes bytes of the byte order mark
   * @param binary whether the bytes are no text in any encoding known here
   * @param whole whether all bytes that were looked at decode strictly
   */
  public record Verdict(Charset charset, int markBytes, boolean binary, boolean whole) {
    /** IANA name; Korean and Japanese code pages by the names that people know. */
    public String name() {
      return switch (charset.name()) {
        case "windows-31j" -> "Shift_JIS";
        case "x-windows-949" -> "EUC-KR";
        default -> charset.name();
      };
    }

    /** Text in a charset that somebody stated. */
    public static Verdict of(Charset charset) {
      return new Verdict(charset, 0, false, true);
    }
  }

  /** Looks at a stream to its end and closes nothing. */
  public static Verdict detect(InputStream in, int budget) throws IOException {
    Sample sample = new Sample(budget);
    byte[] buffer = new byte[1 << 16];
    int n = in.readNBytes(buffer, 0, buffer.length);
    Verdict marked = byMark(buffer, n);
    if (marked != null) {
      return marked;
    }
    if (hasNul(buffer, Math.min(n, NUL_LOOK))) {
      return wide(buffer, n);
    }
    while (n > 0) {
      sample.add(buffer, n);
      n = in.readNBytes(buffer, 0, buffer.length);
    }
    return sample.nul ? binary() : judge(sample.bytes(), sample);
  }

  /** Looks at bytes in memory. */
  public static Verdict detect(byte[] bytes) {
    try {
      return detect(new java.io.ByteArrayInputStream(bytes), Math.max(1, bytes.length));
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail", e);
    }
  }

  private static Verdict binary() {
    return new Verdict(StandardCharsets.ISO_8859_1, 0, true, false);
  }

  private static @org.jspecify.annotations.Nullable Verdict byMark(byte[] b, int n) {
    if (n >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
      return new Verdict(StandardCharsets.UTF_8, 3, false, true);
    }
    if (n >= 4 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE && b[2] == 0 && b[3] == 0) {
      return new Verdict(Charset.forName("UTF-32LE"), 4, false, true);
    }
    if (n >= 2 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE) {
      return new Verdict(StandardCharsets.UTF_16LE, 2, false, true);
    }
    if (n >= 2 && b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) {
      return new Verdict(StandardCharsets.UTF_16BE, 2, false, true);
    }
    return null;
  }

  private static boolean hasNul(byte[] b, int n) {
    for (int i = 0; i < n; i++) {
      if (b[i] == 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * UTF-16 without a mark: blanks, line ends and digits have a zero byte, always on the same side.
   */
  private static Verdict wide(byte[] b, int n) {
    int even = n & ~1;
    byte[] sample = java.util.Arrays.copyOf(b, even);
    Verdict best = binary();
    double bestScore = 0.4;
    for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      String text = EncodingScore.decode(sample, charset, true);
      double score = text == null ? -1 : EncodingScore.wide(text);
      if (score > bestScore) {
        bestScore = score;
        best = Verdict.of(charset);
      }
    }
    return best;
  }

  private static Verdict judge(byte[] lines, Sample sample) {
    if (sample.controls * 50L > sample.total) {
      return binary();
    }
    if (lines.length == 0) {
      return Verdict.of(
          sample.escapes ? Charset.forName("ISO-2022-JP") : StandardCharsets.US_ASCII);
    }
    if (EncodingScore.decode(lines, StandardCharsets.UTF_8, sample.cut) != null) {
      return Verdict.of(StandardCharsets.UTF_8);
    }
    if (EncodingScore.mostlyUtf8(lines)) {
      return new Verdict(StandardCharsets.UTF_8, 0, false, false);
    }
    record Judged(Charset charset, double score) {}
    List<Judged> judged = new ArrayList<>();
    for (Charset charset : CANDIDATES) {
      String text = EncodingScore.decode(lines, charset, sample.cut);
      if (text != null) {
        judged.add(new Judged(charset, EncodingScore.of(text, charset)));
      }
    }
    if (judged.isEmpty()) {
      return sample.controls > 0 ? binary() : guessOfDamaged(lines);
    }
    judged.sort(Comparator.comparingDouble(Judged::score).reversed());
    Charset first = judged.get(0).charset();
    if (judged.get(0).score() < EncodingScore.IMPLAUSIBLE && sample.controls > 0) {
      return binary();
    }
    if (judged.size() > 1 && judged.get(0).score() - judged.get(1).score() < TIE) {
      Charset second = judged.get(1).charset();
      CharsetDetector detector = new CharsetDetector();
      detector.setText(lines);
      CharsetMatch match = detector.detect();
      if (match != null && sameFamily(match.getName(), second)) {
        first = second;
      }
    }
    return Verdict.of(first);
  }

  /**
   * No candidate decodes strictly: the one with the fewest replaced characters, marked as not
   * whole.
   */
  private static Verdict guessOfDamaged(byte[] lines) {
    Charset best = StandardCharsets.ISO_8859_1;
    double bestScore = Double.NEGATIVE_INFINITY;
    for (Charset charset : CANDIDATES) {
      double score = EncodingScore.of(new String(lines, charset), charset);
      if (score > bestScore) {
        bestScore = score;
        best = charset;
      }
    }
    return new Verdict(best, 0, false, false);
  }

  private static boolean sameFamily(String icuName, Charset charset) {
    return switch (charset.name()) {
      case "windows-31j" -> icuName.equals("Shift_JIS");
      case "x-windows-949" -> icuName.equals("EUC-KR");
      case "windows-1252" -> icuName.startsWith("ISO-8859") || icuName.startsWith("windows-125");
      default -> icuName.equals(charset.name());
    };
  }

  /** Lines with bytes beyond ASCII, and counts over all bytes. */
  private static final class Sample {
    private final java.io.ByteArrayOutputStream kept = new java.io.ByteArrayOutputStream();
    private final java.io.ByteArrayOutputStream line = new java.io.ByteArrayOutputStream();
    private final int budget;
    private boolean high;
    private boolean escapes;
    private boolean nul;
    private boolean cut;
    private long controls;
    private long total;
    private int before;

    Sample(int budget) {
      this.budget = budget;
    }

    void add(byte[] buffer, int n) {
      total += n;
      int start = 0;
      for (int i = 0; i < n; i++) {
        int b = buffer[i];
        if (b < 0) {
          high = true;
        } else if (b < 0x20) {
          if (b == '\n') {
            take(buffer, start, i + 1);
            start = i + 1;
            endLine();
          } else if (b == 0) {
            nul = true;
          } else if (b == 0x1B) {
            // Escape sequences of ISO-2022 are looked at below.
          } else if (b != '\t' && b != '\r' && b != '\f') {
            controls++;
          }
        } else if (before == 0x1B && (b == '$' || b == '(')) {
          escapes = true;
        }
        before = b;
      }
      take(buffer, start, n);
    }

    private void take(byte[] buffer, int from, int to) {
      cut |= to - from > budget - line.size();
      if (line.size() < budget) {
        line.write(buffer, from, Math.min(to - from, budget - line.size()));
      }
    }

    private void endLine() {
      if (high && kept.size() + line.size() <= budget) {
        kept.writeBytes(line.toByteArray());
      }
      line.reset();
      high = false;
    }

    byte[] bytes() {
      if (high && kept.size() > 0 && kept.size() + line.size() > budget) {
        return kept.toByteArray();
      }
      endLine();
      return kept.toByteArray();
    }
  }
}

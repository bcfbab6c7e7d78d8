package org.tidemark.exposure;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.StoppedException;
import org.tidemark.exposure.readers.ReadLimits;
import org.tidemark.exposure.readers.Source;

/** Scan results as text that tests compare: values in clear, since tests make their own. */
final class Scanned {
  static final ValueCipher CIPHER = new ValueCipher(new byte[ValueCipher.KEY_BYTES]);

  private Scanned() {}

  static ScanResult scan(String name, byte[] bytes, ScanSettings settings) {
    return scan(name, bytes, settings, ReadLimits.DEFAULT);
  }

  static ScanResult scan(String name, byte[] bytes, ScanSettings settings, ReadLimits limits) {
    try {
      return new ContentScanner(CIPHER, settings, limits, Cancellation.NEVER)
          .scan(name, Source.of(bytes));
    } catch (StoppedException e) {
      throw new IllegalStateException(e);
    }
  }

  static String text(String name, String content) {
    return text(name, content, StandardCharsets.UTF_8);
  }

  static String text(String name, String content, Charset charset) {
    return dump(scan(name, content.getBytes(charset), ScanSettings.NONE));
  }

  /** One line a member and a finding; a record in brackets, its findings behind it. */
  static String dump(ScanResult result) {
    StringJoiner lines = new StringJoiner("\n");
    for (ScannedMember member : result.members()) {
      lines.add((member.member() + " " + member.format() + " " + member.charset()).strip()
          + " "
          + member.state().id()
          + (member.reason().isEmpty() ? "" : " " + member.reason()));
      findings(member.block(), lines);
    }
    return lines.toString();
  }

  /** The findings alone. */
  static String findings(ScanResult result) {
    StringJoiner lines = new StringJoiner("\n");
    result.members().forEach(member -> findings(member.block(), lines));
    return lines.toString();
  }

  private static void findings(FindingBlock block, StringJoiner lines) {
    block.forEach(new FindingBlock.Visitor() {
      @Override
      public void record(int index, String place, List<String> kinds) {
        lines.add("[" + place + "] " + String.join(",", kinds));
      }

      @Override
      public void finding(
          String place,
          String kind,
          String category,
          byte[] value,
          byte[] match,
          String rule,
          int record) {
        lines.add((record < 0 ? "" : "  ")
            + place
            + " "
            + kind
            + "="
            + CIPHER.decrypt("match", kind, match)
            + " ("
            + rule
            + ")");
      }
    });
  }
}

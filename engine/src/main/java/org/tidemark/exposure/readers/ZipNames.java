package org.tidemark.exposure.readers;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** Names inside archives: UTF-8, else Shift_JIS, else EUC-KR, as evidence paths are decoded. */
final class ZipNames {
  private static final List<Charset> CHARSETS = List.of(
      StandardCharsets.UTF_8, Charset.forName("windows-31j"), Charset.forName("x-windows-949"));

  private ZipNames() {}

  static String of(ZipArchiveEntry entry) {
    byte[] raw = entry.getRawName();
    String name = entry.getName();
    if (raw != null && !entry.getGeneralPurposeBit().usesUTF8ForNames()) {
      name = decode(raw);
    }
    return Normalizer.normalize(name.replace('\\', '/'), Normalizer.Form.NFC);
  }

  private static String decode(byte[] raw) {
    for (Charset charset : CHARSETS) {
      String text = EncodingScore.decode(raw, charset);
      if (text != null) {
        return text;
      }
    }
    return new String(raw, StandardCharsets.ISO_8859_1);
  }
}

package org.tidemark.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;

/**
 * How files are named in results: relative to the case folder, names joined by {@code /}, their
 * bytes decoded as UTF-8, else Shift_JIS (MS932), else CP949, else Latin-1, and normalised to NFC.
 */
public final class EvidencePath {
  private static final List<Charset> ASKED = List.of(
      StandardCharsets.UTF_8, Charset.forName("windows-31j"), Charset.forName("x-windows-949"));

  private EvidencePath() {}

  /** The evidence path of a file below the case folder. Both are absolute and normalised. */
  public static String of(Path caseFolder, Path file) {
    String base = caseFolder.toUri().getRawPath();
    String raw = file.toUri().getRawPath();
    String rest = raw.startsWith(base) ? raw.substring(base.length()) : raw;
    int start = 0;
    int end = rest.length();
    while (start < end && rest.charAt(start) == '/') {
      start++;
    }
    while (end > start && rest.charAt(end - 1) == '/') {
      end--;
    }
    StringBuilder path = new StringBuilder();
    for (String name : rest.substring(start, end).split("/", -1)) {
      path.append(path.length() == 0 ? "" : "/").append(decode(percentDecoded(name)));
    }
    return path.toString();
  }

  /** A name of a file or of an archive's member from its bytes. */
  public static String decode(byte[] name) {
    for (Charset charset : ASKED) {
      try {
        String text = charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(name))
            .toString();
        return Normalizer.normalize(text, Normalizer.Form.NFC);
      } catch (CharacterCodingException e) {
        // the next charset is asked
      }
    }
    return Normalizer.normalize(new String(name, StandardCharsets.ISO_8859_1), Normalizer.Form.NFC);
  }

  private static byte[] percentDecoded(String raw) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%' && i + 2 < raw.length()) {
        bytes.write(
            Character.digit(raw.charAt(i + 1), 16) << 4 | Character.digit(raw.charAt(i + 2), 16));
        i += 2;
      } else {
        bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}

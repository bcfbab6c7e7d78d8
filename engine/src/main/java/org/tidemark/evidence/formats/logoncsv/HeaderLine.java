package org.tidemark.evidence.formats.logoncsv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One line of a table's head, taken apart.
 *
 * @param cells without quotes and outer blanks
 */
record HeaderLine(char delimiter, Charset charset, List<String> cells) {
  private static final char[] DELIMITERS = {',', ';', '\t'};

  /** Encodings of exports of this part of the world; none uses a delimiter as a second byte. */
  private static final List<Charset> CHARSETS = List.of(
      StandardCharsets.UTF_8, Charset.forName("windows-31j"), Charset.forName("x-windows-949"));

  /** The header as plain words: what two spellings of one header have in common. */
  static String plain(String cell) {
    String text = Normalizer.normalize(cell, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder();
    text.codePoints().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
    return plain.toString();
  }

  /** Every way to take the line apart that gives at least two cells. */
  static List<HeaderLine> readings(byte[] head, int start, int stop) {
    List<HeaderLine> readings = new ArrayList<>();
    for (Charset charset : CHARSETS) {
      Optional<String> text = decode(head, start, stop, charset);
      for (char delimiter : DELIMITERS) {
        List<String> cells = text.map(t -> cells(t, delimiter)).orElse(List.of());
        if (cells.size() > 1) {
          readings.add(new HeaderLine(delimiter, charset, cells));
        }
      }
    }
    return readings;
  }

  private static Optional<String> decode(byte[] bytes, int start, int stop, Charset charset) {
    try {
      ByteBuffer line = ByteBuffer.wrap(bytes, start, stop - start);
      return Optional.of(charset.newDecoder().decode(line).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** RFC 4180; a quote that never ends reaches to the line's end. */
  private static List<String> cells(String line, char delimiter) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == delimiter && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }
}

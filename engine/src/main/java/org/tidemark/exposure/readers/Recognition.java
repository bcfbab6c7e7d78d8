package org.tidemark.exposure.readers;

import java.util.Locale;
import java.util.Optional;

/**
 * Which format a file has, by its content; the ending of its name decides among kinds of text only.
 *
 * @param format format id
 * @param reader what reads it; empty = it stays unread
 * @param reason why it stays unread; "" otherwise
 * @param text whether it is text, so that its encoding means something
 */
public record Recognition(
    String format, Optional<ContentReader> reader, String reason, boolean text) {

  static Recognition readable(String format, ContentReader reader, boolean text) {
    return new Recognition(format, Optional.of(reader), "", text);
  }

  static Recognition unread(String format, String reason) {
    return new Recognition(format, Optional.empty(), reason, false);
  }

  /**
   * Recognises a file.
   *
   * @param head its first bytes
   * @param bytes its size
   * @param name its name
   */
  public static Recognition of(
      byte[] head,
      long bytes,
      String name,
      Encoding.Verdict encoding,
      Source source,
      ReadLimits limits) {
    String lower = name.toLowerCase(Locale.ROOT);
    String ending = lower.substring(lower.lastIndexOf('.') + 1);
    if (bytes == 0) {
      return readable("empty", new TextReader(), true);
    }
    Optional<Recognition> binary = BinarySignatures.recognise(head, name, ending, source, limits);
    if (binary.isPresent()) {
      return binary.get();
    }
    if (encoding.binary()) {
      return unread("binary", "binary");
    }
    int mark = Math.min(encoding.markBytes(), head.length);
    String text = new String(head, mark, head.length - mark, encoding.charset());
    return TextKinds.recognise(text, ending, head.length == bytes);
  }
}

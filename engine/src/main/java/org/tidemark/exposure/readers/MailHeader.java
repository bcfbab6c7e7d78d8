package org.tidemark.exposure.readers;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.util.ByteSequence;

/** Values of mail headers: mailboxes (RFC 5322, RFC 2047) and parameters (RFC 2231). */
final class MailHeader {
  /** Mailboxes of one header that are looked at. */
  private static final int MAILBOXES_MAX = 10_000;

  private MailHeader() {}

  /** A mailbox; prints nothing. */
  record Mailbox(String name, String address) {
    @Override
    public String toString() {
      return "<mailbox>";
    }
  }

  /** The field's body, unfolded; bytes beyond ASCII in the encoding that they look like. */
  static String text(Field field) {
    ByteSequence raw = field.getRaw();
    String body;
    if (raw == null) {
      body = field.getBody();
    } else {
      byte[] bytes = raw.toByteArray();
      Charset charset = Encoding.detect(bytes).charset();
      String whole = new String(bytes, charset);
      body = whole.substring(whole.indexOf(':') + 1);
    }
    return body.replaceAll("\\r?\\n(?=[ \\t])", "").strip();
  }

  static List<Mailbox> mailboxes(String header) {
    List<Mailbox> found = new ArrayList<>();
    try {
      for (var mailbox :
          LenientAddressParser.DEFAULT.parseAddressList(ascii(header)).flatten()) {
        String name = mailbox.getName() == null ? "" : mailbox.getName();
        // Some programs write an encoded word inside quotes.
        name = DecoderUtil.decodeEncodedWords(name, DecodeMonitor.SILENT);
        found.add(new Mailbox(name, mailbox.getAddress()));
        if (found.size() == MAILBOXES_MAX) {
          break;
        }
      }
    } catch (RuntimeException e) {
      // A header that is no list of addresses gives none; its text is looked at by the caller's
      // free text.
      return List.of();
    }
    return found;
  }

  /**
   * The value of a parameter, in any of the ways in which programs write names that are not ASCII.
   */
  static Optional<String> parameter(String header, String parameter) {
    Matcher extended = Pattern.compile(
            "(?i);\\s*" + parameter + "\\*(0\\*)?\\s*=\\s*\"?([A-Za-z0-9_-]*)'[^']*'([^;\"\\s]*)")
        .matcher(header);
    if (extended.find()) {
      StringBuilder value = new StringBuilder(extended.group(3));
      for (int n = 1; n < 100; n++) {
        Matcher more = Pattern.compile(
                "(?i);\\s*" + parameter + "\\*" + n + "\\*?\\s*=\\s*\"?([^;\"\\s]*)")
            .matcher(header);
        if (!more.find()) {
          break;
        }
        value.append(more.group(1));
      }
      return Optional.of(clean(percentDecoded(value.toString(), extended.group(2))));
    }
    Matcher plain = Pattern.compile(
            "(?i);\\s*" + parameter + "\\s*=\\s*(\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s]+))")
        .matcher(header);
    if (!plain.find()) {
      return Optional.empty();
    }
    String value =
        plain.group(2) != null ? plain.group(2).replaceAll("\\\\(.)", "$1") : plain.group(3);
    return Optional.of(clean(DecoderUtil.decodeEncodedWords(value, DecodeMonitor.SILENT)));
  }

  private static String percentDecoded(String value, String charset) {
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), Charset.forName(charset));
    } catch (IllegalArgumentException e) {
      return value;
    }
  }

  private static String clean(String name) {
    return Normalizer.normalize(name.replace('\\', '/').strip(), Normalizer.Form.NFC);
  }

  /** The address parser takes ASCII only: other characters travel as encoded words. */
  private static String ascii(String header) {
    Matcher words = Pattern.compile("\"?[^\\x00-\\x7F][^,;<>\"@]*\"?").matcher(header);
    return words.replaceAll(word -> {
      String text = word.group().replace("\"", "").strip();
      return Matcher.quoteReplacement("=?UTF-8?B?"
          + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
          + "?= ");
    });
  }
}

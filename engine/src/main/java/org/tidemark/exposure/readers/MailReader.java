package org.tidemark.exposure.readers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * A message (RFC 5322, MIME): mailboxes of its headers, its subject and text parts as lines,
 * everything else as members. A message in a message is a member.
 */
public final class MailReader implements ContentReader {
  private static final int HEADERS_MAX = 2000;
  private static final int HEADER_BYTES = 1 << 20;
  private static final int PARTS_MAX = 2000;

  @Override
  public ReadOutcome read(
      Source source, Encoding.Verdict encoding, ReadLimits limits, ContentSink sink)
      throws IOException {
    MimeTokenStream tokens = new MimeTokenStream(MimeConfig.custom()
        .setMaxHeaderCount(HEADERS_MAX)
        .setMaxHeaderLen(HEADER_BYTES)
        .setMaxLineLen(-1)
        .build());
    tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
    try (InputStream in = source.open()) {
      tokens.parse(in);
      new Message(tokens, limits, sink).read();
      return ReadOutcome.read(Long.MAX_VALUE);
    } catch (MimeException e) {
      throw new IOException("message is no MIME", e);
    }
  }

  /** One pass over a message. */
  private static final class Message {
    private final MimeTokenStream tokens;
    private final ReadLimits limits;
    private final ContentSink sink;
    private final Map<String, Integer> mailboxes = new HashMap<>();
    private final Map<String, String> partHeaders = new HashMap<>();
    private int depth;
    private int part;
    private boolean outerHeader = true;

    Message(MimeTokenStream tokens, ReadLimits limits, ContentSink sink) {
      this.tokens = tokens;
      this.limits = limits;
      this.sink = sink;
    }

    void read() throws IOException, MimeException {
      EntityState state = tokens.getState();
      while (state != EntityState.T_END_OF_STREAM) {
        switch (state) {
          case T_START_HEADER -> partHeaders.clear();
          case T_FIELD -> field(tokens.getField());
          case T_END_HEADER -> outerHeader = false;
          case T_START_MULTIPART -> {
            if (++depth > limits.depth() * 4) {
              throw new DamagedContentException("too-deep");
            }
          }
          case T_END_MULTIPART -> depth--;
          case T_BODY -> body();
          default -> {}
        }
        state = tokens.next();
      }
    }

    private void field(Field field) throws IOException {
      String name = field.getNameLowerCase();
      if (!outerHeader) {
        if (name.startsWith("content-")) {
          partHeaders.putIfAbsent(name, MailHeader.text(field));
        }
        return;
      }
      switch (name) {
        case "from", "to", "cc", "bcc", "reply-to", "sender" -> addresses(name, field);
        case "subject" ->
          sink.line(
              "header:subject",
              DecoderUtil.decodeEncodedWords(MailHeader.text(field), DecodeMonitor.SILENT),
              0);
        default -> {
          if (name.startsWith("content-")) {
            partHeaders.putIfAbsent(name, MailHeader.text(field));
          }
        }
      }
    }

    private void addresses(String header, Field field) throws IOException {
      List<MailHeader.Mailbox> found = MailHeader.mailboxes(MailHeader.text(field));
      for (MailHeader.Mailbox mailbox : found) {
        int number = mailboxes.merge(header, 1, Integer::sum);
        sink.mailbox(header, number, mailbox.name(), mailbox.address());
      }
    }

    private void body() throws IOException {
      part++;
      if (part > PARTS_MAX) {
        throw new DamagedContentException("many-members");
      }
      BodyDescriptor descriptor = tokens.getBodyDescriptor();
      String type = descriptor.getMimeType().toLowerCase(Locale.ROOT);
      byte[] bytes;
      try (InputStream in = tokens.getDecodedInputStream()) {
        bytes = in.readNBytes(limits.memoryBytes());
        if (in.read() >= 0) {
          sink.unreadMember(name(type), bytes.length, "too-large");
          return;
        }
      }
      boolean attached = !fileName().isEmpty()
          || partHeaders.getOrDefault("content-disposition", "").startsWith("attachment");
      boolean text = type.equals("text/plain") || type.equals("text/html");
      if (attached || !text) {
        if (bytes.length > 0) {
          sink.member(name(type), Source.of(bytes));
        }
        return;
      }
      lines(bytes, descriptor.getCharset(), type.equals("text/html"));
    }

    private void lines(byte[] bytes, String declared, boolean html) throws IOException {
      Charset charset = charset(bytes, declared);
      String text = new String(bytes, charset);
      if (html) {
        text = HtmlText.of(text);
      }
      String place = "part:" + part + "/line:";
      Source content = Source.of(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      Encoding.Verdict utf8 = Encoding.Verdict.of(java.nio.charset.StandardCharsets.UTF_8);
      try (TextSource source = new TextSource(content, utf8)) {
        LineReader lines = new LineReader(source, limits.lineChars());
        while (lines.next()) {
          sink.line(place + lines.line(), lines.take(), lines.base());
        }
      }
    }

    /** The stated charset where the bytes fit it, else the one that they look like. */
    private static Charset charset(
        byte[] bytes, @org.jspecify.annotations.Nullable String declared) {
      try {
        Charset stated = Charset.forName(declared == null ? "us-ascii" : declared);
        // Programs that say Shift_JIS or EUC-KR write their vendors' supersets.
        Charset wider = switch (stated.name()) {
          case "Shift_JIS" -> Charset.forName("windows-31j");
          case "EUC-KR" -> Charset.forName("x-windows-949");
          default -> stated;
        };
        if (wider.canEncode() && EncodingScore.decode(bytes, wider) != null) {
          return wider;
        }
      } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
        // The bytes decide.
      }
      return Encoding.detect(bytes).charset();
    }

    private String fileName() {
      Optional<String> name =
          MailHeader.parameter(partHeaders.getOrDefault("content-disposition", ""), "filename");
      return name.or(
              () -> MailHeader.parameter(partHeaders.getOrDefault("content-type", ""), "name"))
          .orElse("");
    }

    private String name(String type) {
      String file = fileName();
      if (!file.isEmpty()) {
        return file;
      }
      return "part-" + part + (type.equals("message/rfc822") ? ".eml" : "");
    }
  }
}

package org.tidemark.evidence.formats;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.StoppedException;
import org.tidemark.evidence.FactSink;
import org.tidemark.evidence.LineReader;
import org.tidemark.evidence.LogBytes;
import org.tidemark.evidence.LogFormat;

/** AWS CloudTrail: the delivered document {@code {"Records":[…]}}, or one record a line. */
public final class CloudTrail implements LogFormat {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int RECORDS_BETWEEN_LOOKS = 1024;
  private static final int HEAD_PEEK = 512;

  @Override
  public String id() {
    return "cloudtrail";
  }

  @Override
  public String title() {
    return "AWS CloudTrail records: {\"Records\":[…]}, or one record a line";
  }

  @Override
  public String reads() {
    return """
        each key's first use of a service from an address on a day as a logon, S3 objects
        read, listed, written, deleted, roles assumed and keys issued, changes to users.
        Accounts are access key ids, else ARNs; hosts are aws/ACCOUNT/SERVICE.""";
  }

  @Override
  public String document() {
    return "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/"
        + "cloudtrail-event-reference-record-contents.html";
  }

  @Override
  public boolean splits() {
    return false;
  }

  @Override
  public boolean recognises(byte[] head, int length) {
    String text = new String(head, 0, length, java.nio.charset.StandardCharsets.ISO_8859_1);
    return text.stripLeading().startsWith("{")
        && text.contains("\"eventSource\"")
        && text.contains("\"eventName\"")
        && text.contains("\"userIdentity\"");
  }

  @Override
  public void read(LogBytes bytes, FactSink sink, Cancellation cancellation)
      throws IOException, StoppedException {
    BufferedInputStream in = new BufferedInputStream(bytes.stream());
    in.mark(HEAD_PEEK + 1);
    byte[] head = in.readNBytes(HEAD_PEEK);
    in.reset();
    String start = new String(head, java.nio.charset.StandardCharsets.UTF_8).stripLeading();
    String first = start.startsWith("{") ? start.substring(1).stripLeading() : "";
    if (first.startsWith("\"Records\"")) {
      document(in, sink, cancellation);
    } else {
      lines(new LogBytes(in, bytes.offset(), bytes.end()).lines(), sink, cancellation);
    }
  }

  private static void lines(LineReader lines, FactSink sink, Cancellation cancellation)
      throws IOException, StoppedException {
    CloudTrailRecords records = new CloudTrailRecords();
    int number = 0;
    while (lines.next()) {
      sink.begin(++number, lines.offset());
      int length = lines.stop() - lines.start();
      if (lines.tooLong()) {
        sink.unparsed();
      } else if (new String(
              lines.buffer(), lines.start(), length, java.nio.charset.StandardCharsets.ISO_8859_1)
          .isBlank()) {
        sink.ignored("blank");
      } else {
        try {
          records.read(JSON.readTree(lines.buffer(), lines.start(), length), sink);
        } catch (JsonProcessingException e) {
          sink.unparsed();
        }
      }
      if (number % RECORDS_BETWEEN_LOOKS == 0) {
        cancellation.check();
      }
    }
  }

  private static void document(BufferedInputStream in, FactSink sink, Cancellation cancellation)
      throws IOException, StoppedException {
    CloudTrailRecords records = new CloudTrailRecords();
    int number = 0;
    long offset = 0;
    try (JsonParser parser = JSON.getFactory().createParser(in)) {
      while (parser.nextToken() != JsonToken.START_ARRAY) {
        if (parser.currentToken() == null) {
          return;
        }
      }
      while (true) {
        offset = parser.currentLocation().getByteOffset();
        JsonToken token = parser.nextToken();
        if (token == JsonToken.END_ARRAY) {
          return;
        }
        if (token == null) {
          throw new EOFException("the document ends inside its records");
        }
        JsonNode node = JSON.readTree(parser);
        sink.begin(++number, offset);
        records.read(node, sink);
        if (number % RECORDS_BETWEEN_LOOKS == 0) {
          cancellation.check();
        }
      }
    } catch (JsonProcessingException e) {
      sink.begin(number + 1, offset);
      sink.unparsed();
      throw e instanceof JsonEOFException
          ? new EOFException("the document ends inside a record")
          : new IOException("the document is no JSON from a record on");
    }
  }
}

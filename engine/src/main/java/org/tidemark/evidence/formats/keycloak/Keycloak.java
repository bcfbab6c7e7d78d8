package org.tidemark.evidence.formats.keycloak;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.StoppedException;
import org.tidemark.evidence.FactSink;
import org.tidemark.evidence.LineReader;
import org.tidemark.evidence.LogBytes;
import org.tidemark.evidence.LogFormat;

/**
 * Events of users and administrators of Keycloak: the server's log with the {@code jboss-logging}
 * listener, as text or JSON console lines; and the events that its REST interface exports, as one
 * JSON list or one a line.
 */
public final class Keycloak implements LogFormat {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LINES_BETWEEN_LOOKS = 1024;
  private static final int HEAD_PEEK = 512;

  @Override
  public String id() {
    return "keycloak-events";
  }

  @Override
  public String title() {
    return "Keycloak events: server log ([org.keycloak.events]) or exported as JSON";
  }

  @Override
  public String reads() {
    return """
        logins, and a session's first use of a client from an address on a day, as logons;
        logouts as ends; passwords, impersonations, links and administrators' acts as
        changes. Accounts are realm\\name, hosts are keycloak/REALM/CLIENT. Names that no
        account has are not kept. Times without a zone: `zone:` of the source.""";
  }

  @Override
  public String document() {
    return "https://www.keycloak.org/docs/latest/server_admin/#configuring-auditing-to-track-events";
  }

  @Override
  public boolean splits() {
    return false;
  }

  @Override
  public boolean recognises(byte[] head, int length) {
    String text = new String(head, 0, length, StandardCharsets.ISO_8859_1);
    if (text.contains("org.keycloak.events")) {
      return text.contains("type=") || text.contains("operationType=");
    }
    String start = text.stripLeading();
    boolean json = start.startsWith("{") || start.startsWith("[");
    boolean user = text.contains("\"type\"") && text.contains("\"clientId\"");
    boolean admin = text.contains("\"operationType\"") && text.contains("\"authDetails\"");
    return json && text.contains("\"realmId\"") && (user || admin);
  }

  @Override
  public void read(LogBytes bytes, FactSink sink, Cancellation cancellation)
      throws IOException, StoppedException {
    BufferedInputStream in = new BufferedInputStream(bytes.stream());
    in.mark(HEAD_PEEK + 1);
    byte[] head = in.readNBytes(HEAD_PEEK);
    in.reset();
    String start = new String(head, StandardCharsets.UTF_8).stripLeading();
    if (start.startsWith("[")) {
      list(in, sink, cancellation);
    } else {
      lines(new LogBytes(in, bytes.offset(), bytes.end()).lines(), sink, cancellation);
    }
  }

  private static void lines(LineReader lines, FactSink sink, Cancellation cancellation)
      throws IOException, StoppedException {
    KeycloakEvents events = new KeycloakEvents();
    int number = 0;
    while (lines.next()) {
      sink.begin(++number, lines.offset());
      int length = lines.stop() - lines.start();
      String text = new String(lines.buffer(), lines.start(), length, StandardCharsets.UTF_8);
      if (lines.tooLong()) {
        sink.unparsed();
      } else if (text.isBlank()) {
        sink.ignored("blank");
      } else {
        line(text.strip(), events, sink);
      }
      if (number % LINES_BETWEEN_LOOKS == 0) {
        cancellation.check();
      }
    }
  }

  private static void line(String text, KeycloakEvents events, FactSink sink) {
    if (!text.startsWith("{")) {
      events.read(KeycloakText.of(text), sink);
      return;
    }
    try {
      Map<String, String> fields = KeycloakDocument.of(JSON.readTree(text));
      events.read(fields, sink);
    } catch (JsonProcessingException e) {
      sink.unparsed();
    }
  }

  private static void list(BufferedInputStream in, FactSink sink, Cancellation cancellation)
      throws IOException, StoppedException {
    KeycloakEvents events = new KeycloakEvents();
    int number = 0;
    long offset = 0;
    try (JsonParser parser = JSON.getFactory().createParser(in)) {
      parser.nextToken();
      while (true) {
        offset = parser.currentLocation().getByteOffset();
        JsonToken token = parser.nextToken();
        if (token == JsonToken.END_ARRAY) {
          return;
        }
        if (token == null) {
          throw new EOFException("the list ends inside its events");
        }
        JsonNode node = JSON.readTree(parser);
        sink.begin(++number, offset);
        events.read(KeycloakDocument.of(node), sink);
        if (number % LINES_BETWEEN_LOOKS == 0) {
          cancellation.check();
        }
      }
    } catch (JsonProcessingException e) {
      sink.begin(number + 1, offset);
      sink.unparsed();
      throw e instanceof JsonEOFException
          ? new EOFException("the list ends inside an event")
          : new IOException("the list is no JSON from an event on");
    }
  }
}

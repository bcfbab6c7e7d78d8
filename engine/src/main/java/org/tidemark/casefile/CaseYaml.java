package org.tidemark.casefile;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * YAML 1.2 text as a tree with line numbers, within bounds: no object is ever made from a tag, and
 * aliases, which could unfold without end, are refused.
 */
final class CaseYaml {
  static final int MOST_BYTES = 4 << 20;
  private static final int MOST_DEPTH = 16;
  private static final int MOST_EVENTS = 400_000;

  private CaseYaml() {}

  /** The tree; empty, with the problem reported, when there is none. */
  static Optional<Node> read(byte[] bytes, Problems problems) {
    if (bytes.length > MOST_BYTES) {
      problems.add(0, "", "has " + bytes.length + " bytes", "at most " + MOST_BYTES, "Shorten it.");
      return Optional.empty();
    }
    return decode(bytes, problems).flatMap(text -> compose(text, problems));
  }

  private static Optional<String> decode(byte[] bytes, Problems problems) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    try {
      var result = decoder.decode(in, out, true);
      if (result.isError()) {
        result.throwException();
      }
      String text = out.flip().toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      int line = 1;
      for (int i = 0; i < in.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      problems.add(line, "", "holds bytes that are not UTF-8", "", "Save the file as UTF-8.");
      return Optional.empty();
    }
  }

  private static Optional<Node> compose(String text, Problems problems) {
    LoadSettings settings = LoadSettings.builder()
        .setAllowDuplicateKeys(true)
        .setCodePointLimit(MOST_BYTES)
        .setMaxAliasesForCollections(0)
        .build();
    try {
      if (!withinBounds(settings, text, problems)) {
        return Optional.empty();
      }
      Optional<Node> root = new Compose(settings).composeString(text);
      if (root.isEmpty()) {
        problems.add(1, "", "is empty", "a case file", "Make one with 'tidemark init FOLDER'.");
      }
      return root;
    } catch (MarkedYamlEngineException e) {
      int line =
          e.getProblemMark().or(e::getContextMark).map(m -> m.getLine() + 1).orElse(0);
      problems.add(
          line,
          "",
          "is no YAML here: " + oneLine(String.valueOf(e.getProblem())),
          "",
          mend(text, line));
      return Optional.empty();
    } catch (YamlEngineException e) {
      problems.add(0, "", "is no YAML: " + oneLine(String.valueOf(e.getMessage())), "", "");
      return Optional.empty();
    }
  }

  private static String oneLine(String text) {
    String quoted = Problems.quoted(text.strip().lines().findFirst().orElse(""));
    return quoted.substring(1, quoted.length() - 1);
  }

  private static String mend(String text, int line) {
    boolean tab = text.lines().skip(Math.max(0, line - 1)).limit(1).anyMatch(l -> l.contains("\t"));
    return tab
        ? "Indent by spaces, not by tabs."
        : "Look at this line and the one before it: a quote, bracket, comma or colon.";
  }

  // The parser works event by event without recursion, the composer recurses: so depth is bounded
  // here.
  private static boolean withinBounds(LoadSettings settings, String text, Problems problems) {
    int depth = 0;
    int events = 0;
    int documents = 0;
    boolean good = true;
    for (Event event : new Parse(settings).parseString(text)) {
      int line = event.getStartMark().map(m -> m.getLine() + 1).orElse(0);
      if (event instanceof CollectionStartEvent start) {
        depth++;
        good &= plainTag(start.getTag(), line, problems);
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      } else if (event instanceof ScalarEvent scalar) {
        good &= plainTag(scalar.getTag(), line, problems);
      } else if (event instanceof AliasEvent) {
        problems.add(line, "", "has an alias (*name)", "", "Write the value out.");
        good = false;
      } else if (event.getEventId() == Event.ID.DocumentStart && ++documents > 1) {
        problems.add(line, "", "has a second document ('---')", "one document", "Take it out.");
        return false;
      }
      if (depth > MOST_DEPTH || ++events > MOST_EVENTS) {
        problems.add(
            line,
            "",
            "nests or holds more than a case file can need",
            "at most " + MOST_DEPTH + " levels and " + MOST_EVENTS + " values",
            "Shorten it.");
        return false;
      }
    }
    return good;
  }

  private static final Set<String> PLAIN_TAGS = Set.of("!", "tag:yaml.org,2002:str");

  private static boolean plainTag(Optional<?> tag, int line, Problems problems) {
    if (tag.isPresent() && !PLAIN_TAGS.contains(String.valueOf(tag.get()))) {
      problems.add(
          line,
          "",
          "has the tag " + Problems.quoted(tag.get().toString()),
          "plain values",
          "Take the tag out.");
      return false;
    }
    return true;
  }
}

package org.tidemark.casefile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One mapping of a case file while it is read. Each getter notes the key as known; {@link #end()}
 * reports the keys that nobody asked for. A value that does not fit is reported and reads as
 * missing, so that one pass finds all problems.
 */
final class Block {
  private final Node node;
  private final String at;
  private final Problems problems;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Node> keys = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();

  /** @param at path of the mapping in the file; empty = the whole */
  Block(Node node, String at, Problems problems) {
    this.node = node;
    this.at = at;
    this.problems = problems;
    problems.stands(at, node);
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(this::index);
    } else if (!isEmpty(node)) {
      problems.add(node, at, "is " + describe(node), "keys with values, as 'key: value'", "");
    }
  }

  private void index(NodeTuple tuple) {
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      problems.add(tuple.getKeyNode(), at, "a key is no plain word", "keys with values", "");
      return;
    }
    String name = key.getValue();
    if (values.containsKey(name)) {
      int first = problems.line(path(name));
      problems.add(
          key, path(name), "stands twice (first on line " + first + ")", "", "Keep one of them.");
      return;
    }
    keys.put(name, key);
    values.put(name, tuple.getValueNode());
    problems.stands(path(name), key);
  }

  String path(String key) {
    return at.isEmpty() ? key : at + "." + key;
  }

  String at() {
    return at;
  }

  int line() {
    return problems.lineOf(node);
  }

  boolean has(String key) {
    return keys.containsKey(key);
  }

  /** Notes a key as known without reading it; whether it is written. */
  boolean isKnown(String key) {
    known.add(key);
    return has(key);
  }

  List<String> keyNames() {
    return List.copyOf(keys.keySet());
  }

  /** Reports a problem of one of this mapping's keys, or of the mapping where it lacks the key. */
  void report(String key, String found, String expected, String mend) {
    problems.add(keys.getOrDefault(key, node), path(key), found, expected, mend);
  }

  /** Reports a problem of the mapping as a whole. */
  void report(String found, String expected, String mend) {
    problems.add(node, at, found, expected, mend);
  }

  <T> Optional<T> value(String key, Kind<T> kind) {
    return node(key).flatMap(value -> scalar(value, path(key), kind));
  }

  /**
   * A value that must be there; {@code otherwise} stands in for it once the problem is reported.
   */
  <T> T required(String key, Kind<T> kind, T otherwise) {
    if (node(key).isEmpty()) {
      report(key, "is missing", kind.expected(), "Add '" + key + ": …'.");
      return otherwise;
    }
    return value(key, kind).orElse(otherwise);
  }

  <T> List<T> list(String key, Kind<T> kind) {
    List<T> list = new ArrayList<>();
    List<Node> items = items(key, kind.expected());
    for (int i = 0; i < items.size(); i++) {
      scalar(items.get(i), path(key) + "[" + i + "]", kind).ifPresent(list::add);
    }
    return List.copyOf(list);
  }

  List<Block> blocks(String key) {
    List<Block> blocks = new ArrayList<>();
    List<Node> items = items(key, "keys with values, as '- {key: value}'");
    for (int i = 0; i < items.size(); i++) {
      blocks.add(new Block(items.get(i), path(key) + "[" + i + "]", problems));
    }
    return blocks;
  }

  Optional<Block> block(String key) {
    return node(key).map(value -> new Block(value, path(key), problems));
  }

  /** The mapping under a key as text, in the file's order. */
  <T> Map<String, T> map(String key, Kind<T> kind) {
    return block(key).map(b -> b.all(kind)).orElse(Map.of());
  }

  /** Every key of this mapping, read as one kind, in the file's order. */
  <T> Map<String, T> all(Kind<T> kind) {
    Map<String, T> map = new LinkedHashMap<>();
    keyNames().forEach(k -> value(k, kind).ifPresent(v -> map.put(k, v)));
    return Collections.unmodifiableMap(map);
  }

  boolean isScalar(String key) {
    return node(key).filter(ScalarNode.class::isInstance).isPresent();
  }

  boolean isSequence(String key) {
    return node(key).filter(SequenceNode.class::isInstance).isPresent();
  }

  /** Which one of several keys is written; empty, and reported, when none or several are. */
  Optional<String> exactlyOne(String... choices) {
    known.addAll(Arrays.asList(choices));
    List<String> written = Arrays.stream(choices).filter(this::has).toList();
    String expected = "exactly one of " + String.join(", ", choices);
    if (written.size() > 1) {
      report("has " + String.join(" and ", written), expected, "Make one entry for each.");
      return Optional.empty();
    }
    if (written.isEmpty()) {
      report("does not say what it is about", expected, "");
      return Optional.empty();
    }
    return Optional.of(written.get(0));
  }

  /** Reports every key that no getter asked for. */
  void end() {
    end(Set.of());
  }

  /** Like {@link #end()}, but for keys that were reported in better words. */
  void end(Set<String> reported) {
    for (String key : keys.keySet()) {
      if (!known.contains(key) && !reported.contains(key)) {
        report(
            key,
            "is not a known key",
            "one of " + String.join(", ", known),
            Kind.didYouMean(key, known));
      }
    }
  }

  private Optional<Node> node(String key) {
    known.add(key);
    return Optional.ofNullable(values.get(key)).filter(value -> !isEmpty(value));
  }

  private List<Node> items(String key, String expected) {
    Optional<Node> value = node(key);
    if (value.isEmpty()) {
      return List.of();
    }
    if (value.get() instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    String mend = value.get() instanceof ScalarNode ? "Put it in brackets: [" + "…]." : "";
    report(key, "is " + describe(value.get()), "a list of: " + expected, mend);
    return List.of();
  }

  private <T> Optional<T> scalar(Node value, String where, Kind<T> kind) {
    problems.stands(where, value);
    if (!(value instanceof ScalarNode scalar)) {
      problems.add(value, where, "is " + describe(value), kind.expected(), "");
      return Optional.empty();
    }
    try {
      return Optional.of(kind.reader().read(scalar.getValue()));
    } catch (Misfit e) {
      String found = Problems.quoted(scalar.getValue()) + " " + e.found();
      problems.add(value, where, found, kind.expected(), e.mend());
      return Optional.empty();
    }
  }

  private static boolean isEmpty(Node value) {
    return value.getTag().equals(Tag.NULL);
  }

  private static String describe(Node value) {
    if (value instanceof ScalarNode scalar) {
      return "the single value " + Problems.quoted(scalar.getValue());
    }
    return value instanceof SequenceNode ? "a list" : "a mapping of keys";
  }
}

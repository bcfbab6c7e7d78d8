package org.tidemark.exposure;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.tidemark.exposure.identifiers.HeaderWords;
import org.tidemark.exposure.readers.Place;

/**
 * What a scan must know of one file beyond its bytes; the notation of {@link
 * org.tidemark.engine.WorkUnit#settings()}.
 *
 * @param columns verdicts given by hand: header as written → kind
 * @param namespaces headers under which a directory keeps internal identifiers: header → kind with
 *     its namespace
 * @param region ISO 3166 alpha-2 whose notation of phone numbers is tried first
 */
public record ScanSettings(
    Map<String, String> columns, Map<String, String> namespaces, String region) {
  private static final String DEFAULT_REGION = "JP";

  /** Nothing was said about the file. */
  public static final ScanSettings NONE = new ScanSettings(Map.of(), Map.of(), DEFAULT_REGION);

  public ScanSettings {
    columns = normal(columns, ScanSettings::exact);
    namespaces = normal(namespaces, HeaderWords::normal);
  }

  /** The kind that was given by hand for a column of this header. */
  public Optional<String> given(String header) {
    return Optional.ofNullable(columns.get(exact(header)));
  }

  /**
   * The kind, with namespace, that a directory gives to an internal identifier under this header.
   */
  public Optional<String> namespace(String header) {
    return Optional.ofNullable(namespaces.get(HeaderWords.normal(header)));
  }

  /** One line a setting, sorted: same settings, same text. */
  public String toText() {
    StringBuilder text = new StringBuilder();
    columns.forEach((header, kind) -> line(text, "column", header, kind));
    namespaces.forEach((header, kind) -> line(text, "namespace", header, kind));
    if (!region.equals(DEFAULT_REGION)) {
      line(text, "region", region, "");
    }
    return text.toString();
  }

  /** The settings that {@link #toText()} wrote. */
  public static ScanSettings ofText(String text) {
    Map<String, String> columns = new TreeMap<>();
    Map<String, String> namespaces = new TreeMap<>();
    String region = DEFAULT_REGION;
    for (String line : text.lines().toList()) {
      String[] words = line.split(" ", -1);
      if (words.length == 3) {
        String key = URLDecoder.decode(words[1], StandardCharsets.UTF_8);
        String kind = URLDecoder.decode(words[2], StandardCharsets.UTF_8);
        switch (words[0]) {
          case "column" -> columns.put(key, kind);
          case "namespace" -> namespaces.put(key, kind);
          case "region" -> region = key;
          default ->
            throw new IllegalArgumentException(
                "scan settings: unknown word (expected: column, namespace, region)");
        }
      }
    }
    return new ScanSettings(columns, namespaces, region);
  }

  private static void line(StringBuilder text, String word, String key, String value) {
    text.append(word).append(' ').append(Place.encode(key)).append(' ').append(Place.encode(value));
    text.append('\n');
  }

  /** Width and case apart a header given by hand is the whole header: mail2 is not mail. */
  private static String exact(String header) {
    return Normalizer.normalize(header, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
  }

  private static Map<String, String> normal(
      Map<String, String> headers, UnaryOperator<String> form) {
    Map<String, String> normal = new TreeMap<>();
    headers.forEach((header, kind) -> normal.put(form.apply(header), kind));
    return Collections.unmodifiableMap(normal);
  }
}

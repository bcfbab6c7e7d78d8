package org.tidemark.systemtest;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The values of a drill's files that identify somebody, and a search for them in any bytes. */
final class PersonalValues {
  private static final Pattern BY_SHAPE =
      Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+|HBM\\d{6,}|0\\d{1,3}-\\d{3,4}-\\d{4}"
          + "|19\\d\\d-\\d\\d-\\d\\d");
  private static final Set<String> NAME_COLUMNS = Set.of("name", "氏名", "이름", "성명");
  private static final int HEAD = 4;

  private final TreeSet<String> values = new TreeSet<>();
  private final Map<Integer, List<byte[]>> byHead = new HashMap<>();

  /** Collects from the text files below a folder. */
  static PersonalValues of(Path folder) throws IOException {
    PersonalValues found = new PersonalValues();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        String utf8 =
            new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        found.collect(utf8, file.toString());
      }
    }
    for (String value : found.values) {
      for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
        byte[] bytes = value.getBytes(charset);
        found.byHead.computeIfAbsent(head(bytes, 0), h -> new ArrayList<>()).add(bytes);
      }
    }
    return found;
  }

  int size() {
    return values.size();
  }

  private void collect(String text, String file) {
    Matcher shaped = BY_SHAPE.matcher(text);
    while (shaped.find()) {
      values.add(shaped.group());
    }
    if (!file.endsWith(".csv") && !file.endsWith(".tsv")) {
      return;
    }
    String separator = file.endsWith(".tsv") ? "\t" : ",";
    List<String> lines = text.lines().toList();
    List<String> header = lines.isEmpty() ? List.of() : cells(lines.get(0), separator);
    for (int column = 0; column < header.size(); column++) {
      for (String line : NAME_COLUMNS.contains(header.get(column)) ? lines : List.<String>of()) {
        List<String> cells = cells(line, separator);
        if (column < cells.size() && cells.get(column).matches(".* .*|[^ -~]{3,}")) {
          values.add(cells.get(column));
        }
      }
    }
  }

  private static List<String> cells(String line, String separator) {
    return Arrays.stream(line.replace("\ufeff", "").split(separator, -1))
        .map(cell -> cell.replace("\"", "").strip())
        .toList();
  }

  /** Where values stand: an invented value and its offset each. */
  List<String> in(byte[] bytes) {
    List<String> places = new ArrayList<>();
    for (int at = 0; at + HEAD <= bytes.length; at++) {
      for (byte[] value : byHead.getOrDefault(head(bytes, at), List.of())) {
        int end = at + value.length;
        if (end <= bytes.length && Arrays.equals(bytes, at, end, value, 0, value.length)) {
          places.add(new String(value, StandardCharsets.UTF_8) + " at byte " + at);
        }
      }
    }
    return places;
  }

  private static int head(byte[] bytes, int at) {
    int head = 0;
    for (int i = 0; i < HEAD; i++) {
      head = head << 8 | bytes[at + i] & 0xff;
    }
    return head;
  }
}

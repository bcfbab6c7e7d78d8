package org.tidemark.exposure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tidemark.exposure.FindingBlock.Finding;
import org.tidemark.exposure.identifiers.Identifier;
import org.tidemark.exposure.identifiers.Identifiers;

/**
 * Forms in running text: at least two lines one below the other that read {@code label: value} with
 * known labels. They speak of one person until a label comes again. One thread.
 */
final class FormLines {
  private static final int LABEL_CHARS = 40;
  private static final int FORM_LINES = 200;
  private static final int LABELS_MIN = 2;
  private static final String BULLETS = "-*・•■□◆●▪ \t　>";

  private final FindingBlock.Builder block;
  private final FreeText freeText;
  private final Identifier.Hints hints;
  private final List<Line> lines = new ArrayList<>();
  private final Set<String> labels = new HashSet<>();

  FormLines(FindingBlock.Builder block, FreeText freeText, Identifier.Hints hints) {
    this.block = block;
    this.freeText = freeText;
    this.hints = hints;
  }

  private record Line(
      String place, String text, long base, Optional<Identifier> announced, String value) {}

  /** Takes the next line of the text. */
  void line(String place, String text, long byteBase) {
    int colon = byteBase == 0 ? colon(text) : -1;
    if (colon < 0) {
      end();
      freeText.scan(place, text, byteBase);
      return;
    }
    String label = label(text, colon);
    Optional<Identifier> announced = Identifiers.announcedBy(label);
    boolean again = announced.isPresent() && labels.contains(announced.get().kind() + label);
    if (again || lines.size() == FORM_LINES) {
      end();
    }
    announced.ifPresent(identifier -> labels.add(identifier.kind() + label));
    lines.add(
        new Line(place, text, byteBase, announced, text.substring(colon + 1).strip()));
  }

  /** The run of labelled lines ends. */
  void end() {
    if (lines.isEmpty()) {
      return;
    }
    List<Finding> form = new ArrayList<>();
    boolean key = false;
    String place = "";
    for (Line line : lines) {
      if (place.isEmpty() && line.announced().isPresent()) {
        place = line.place();
      }
      Optional<Finding> found = labels.size() < LABELS_MIN ? Optional.empty() : labelled(line);
      if (found.isPresent()) {
        form.add(found.get());
        key |= line.announced().orElseThrow().key();
      } else {
        freeText.scan(line.place(), line.text(), line.base());
      }
    }
    if (key) {
      block.record(place, form);
    } else {
      form.forEach(block::alone);
    }
    lines.clear();
    labels.clear();
  }

  private Optional<Finding> labelled(Line line) {
    return line.announced()
        .flatMap(identifier -> identifier
            .match(line.value(), hints)
            .map(match -> new Finding(
                line.place(),
                identifier.kind(),
                identifier.category().id(),
                line.value(),
                match,
                "form-label")));
  }

  private static int colon(String text) {
    int end = Math.min(text.length(), LABEL_CHARS);
    for (int i = 1; i < end; i++) {
      char c = text.charAt(i);
      if (c == ':' || c == '：') {
        return text.substring(i + 1).isBlank() ? -1 : i;
      }
    }
    return -1;
  }

  private static String label(String text, int colon) {
    int from = 0;
    while (from < colon && BULLETS.indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    return text.substring(from, colon).strip();
  }
}

package org.tidemark.casefile;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.casefile.CaseFile.Ruling;

/** A responder's decisions: the block {@code rulings}, and the lines of record/rulings.jsonl. */
public final class RulingBlocks {
  private static final String[] TARGETS = {
    "hop", "host", "account", "session", "key", "address", "object", "file", "record", "person"
  };
  private static final Kind<Grade> GRADE =
      Kind.grade(Grade.CONFIRMED, Grade.POSSIBLE, Grade.EXCLUDED);
  private static final int LONGEST_LINE = 64 << 10;

  private RulingBlocks() {}

  /** Rulings that stand outside case.yaml, and the problems of the lines that cannot be read. */
  public record Lines(List<Ruling> rulings, List<CaseProblem> problems) {
    public Lines {
      rulings = List.copyOf(rulings);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads record/rulings.jsonl: one ruling a line, the same fields as in case.yaml; empty lines are
   * left out.
   */
  public static Lines readLines(String text) {
    List<Ruling> rulings = new ArrayList<>();
    List<CaseProblem> all = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      Problems problems = new Problems(i);
      if (lines.get(i).length() > LONGEST_LINE) {
        problems.add(
            1, "", "is longer than " + LONGEST_LINE + " characters", "one ruling a line", "");
      } else {
        // JSON is YAML, so both places are read by the same code.
        CaseYaml.read(lines.get(i).getBytes(StandardCharsets.UTF_8), problems)
            .map(node -> ruling(new Block(node, "", problems)))
            .filter(ruling -> problems.isEmpty())
            .ifPresent(rulings::add);
      }
      all.addAll(problems.sorted());
    }
    return new Lines(rulings, all);
  }

  static List<Ruling> rulings(Block block) {
    return block.blocks("rulings").stream().map(RulingBlocks::ruling).toList();
  }

  private static Ruling ruling(Block item) {
    Optional<String> kind = item.exactlyOne(TARGETS);
    Ruling ruling = new Ruling(
        kind.orElse(""),
        kind.map(k -> item.required(k, Kind.TEXT, "")).orElse(""),
        Optional.of(item.required("grade", GRADE, Grade.POSSIBLE)),
        item.required("at", Kind.INSTANT, Instant.EPOCH),
        item.required("by", Kind.TEXT, ""),
        item.required("why", Kind.TEXT, ""),
        item.line());
    item.end();
    return ruling;
  }
}

package org.tidemark.casefile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import org.tidemark.casefile.CaseFile.Moments;
import org.tidemark.casefile.CaseFile.Organisation;
import org.tidemark.casefile.CaseFile.PeopleSettings;
import org.tidemark.casefile.CaseFile.Ruling;

/**
 * Reads case.yaml (CONTRACT.md section 2; docs/reference/case-file.md): the case whole, or all its
 * problems at once, each with line, value, what was expected and the mend. Touches no file; {@link
 * CaseFolderCheck} looks whether the named folders are there.
 */
public final class CaseFileReader {
  /** The newest case file that this version understands. */
  public static final int SCHEMA = 1;

  private static final Set<String> LATER_BLOCKS =
      Set.of("notices", "assessments", "holds", "handling");

  private CaseFileReader() {}

  /** Reads the text of a case file. */
  public static CaseReading read(String yaml) {
    return read(yaml.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads the bytes of a case file, UTF-8 with or without a byte order mark. */
  public static CaseReading read(byte[] yaml) {
    return read(yaml, List.of());
  }

  /**
   * Reads a case file and joins the rulings that stand outside it.
   *
   * @param more rulings of record/rulings.jsonl, in order; they come behind those of the file
   */
  public static CaseReading read(byte[] yaml, List<Ruling> more) {
    Problems problems = new Problems(0);
    Optional<Node> root = CaseYaml.read(yaml, problems);
    if (root.isEmpty()) {
      return new CaseReading.Faulty(problems.sorted());
    }
    Block block = new Block(root.get(), "", problems);
    if (!isOurSchema(block)) {
      return new CaseReading.Faulty(problems.sorted());
    }
    CaseFile file = read(block, more);
    return problems.isEmpty()
        ? new CaseReading.Whole(file, problems.lines())
        : new CaseReading.Faulty(problems.sorted());
  }

  private static boolean isOurSchema(Block block) {
    String found = block.required("tidemark", Kind.TEXT, String.valueOf(SCHEMA));
    if (found.equals(String.valueOf(SCHEMA))) {
      return true;
    }
    boolean newer = found.matches("[0-9]{1,6}") && Integer.parseInt(found) > SCHEMA;
    block.report(
        "tidemark",
        Problems.quoted(found)
            + (newer ? " was made for a newer Tidemark" : " is no case file number"),
        String.valueOf(SCHEMA),
        newer ? "Use that version, or one behind it." : "Write 'tidemark: " + SCHEMA + "'.");
    return false;
  }

  private static CaseFile read(Block block, List<Ruling> more) {
    String id = block.required("case", Kind.ID, "");
    List<Organisation> organisations = OrganisationBlocks.organisations(block);
    Kind<String> organisation =
        Kind.oneOf(organisations.stream().map(Organisation::id).distinct().toList());
    String controller = block.required("controller", organisation, "");
    IntrusionBlocks intrusion = new IntrusionBlocks(block);
    EvidenceBlocks evidence = new EvidenceBlocks(block, organisation);
    ExposureBlocks exposure = new ExposureBlocks(block, organisation);
    List<Ruling> rulings = new ArrayList<>(RulingBlocks.rulings(block));
    rulings.addAll(more);
    CaseFile file = new CaseFile(
        id,
        controller,
        organisations,
        OrganisationBlocks.trust(block, organisations),
        intrusion.footholds(),
        intrusion.indicators(),
        block.list("proof", Kind.RULE),
        intrusion.expected(),
        block.list("keep", Kind.TEXT),
        intrusion.names(),
        block.list("shared", Kind.ENDPOINT),
        intrusion.containers(),
        intrusion.rebuilt(),
        List.copyOf(rulings),
        evidence.sources(),
        evidence.inventory(),
        evidence.collect(),
        evidence.retention(),
        exposure.exposed(),
        exposure.stores(),
        exposure.protection(),
        exposure.directory(),
        PeopleBlock.read(block).orElse(new PeopleSettings(Map.of(), List.of(), Optional.empty())),
        block.value("passwords", Kind.PATH),
        new Moments(PeopleBlock.moments(block)),
        block.list("laws", Kind.LAW));
    reportLaterBlocks(block);
    block.end(LATER_BLOCKS);
    return file;
  }

  // Reported by name, so that they are not called misspelt: a later version will know them.
  private static void reportLaterBlocks(Block block) {
    for (String later : LATER_BLOCKS) {
      if (block.has(later)) {
        block.report(
            later,
            "is not known to this version of Tidemark",
            "",
            "Take it out or use a newer one.");
      }
    }
  }
}

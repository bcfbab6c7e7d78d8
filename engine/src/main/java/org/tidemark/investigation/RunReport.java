package org.tidemark.investigation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.tidemark.engine.Doc;

/**
 * run.json: how the run went. The only document that may differ between two runs on the same input
 * (CONTRACT.md section 4).
 */
@Doc("How did this run go?")
public record RunReport(
    @Doc("Tidemark's version") String version,
    @Doc("commit it was built from, or unknown") String commit,
    @Doc("Java runtime") String java,
    @Doc("embedded or spark") String engine,
    @Doc("threads") int threads,
    @Doc("UTC") Instant started,
    @Doc("UTC") Instant ended,

    @Doc("peak resident size of the process; -1 = not known")
    long peakRssBytes,

    @Doc("in the order in which they ran") List<StageRun> stages,

    @Doc("what the responder should mend; the answer stands without it")
    List<String> notes,

    @Doc("SHA-256 of every other file of the result, lower-case hex, by name")
    Map<String, String> files,

    @Doc("marks of what case.yaml said, by block: equal items have equal marks, so that a later"
        + " result can tell what is new")
    Map<String, List<String>> caseItems) {
  public RunReport {
    stages = List.copyOf(stages);
    notes = List.copyOf(notes);
    files = Map.copyOf(files);
    caseItems = Map.copyOf(caseItems);
  }

  /** One stage of the run. */
  public record StageRun(
      @Doc("ingest, trace, scan or resolve") String stage,

      @Doc("SHA-256 over all that the stage reads, lower-case hex")
      String key,

      @Doc("whether the former result was taken") boolean reused,
      @Doc("wall clock") double seconds,
      @Doc("units of work") long units,
      @Doc("bytes read") long bytes) {}
}

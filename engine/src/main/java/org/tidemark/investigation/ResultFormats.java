package org.tidemark.investigation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.engine.TableSchema;
import org.tidemark.evidence.EvidenceJson;
import org.tidemark.exposure.ExposureTables;
import org.tidemark.investigation.ask.AskJson;
import org.tidemark.people.PeopleTables;
import org.tidemark.trail.TimelineEntry;
import org.tidemark.trail.TimelineFiles;
import org.tidemark.trail.TrailJson;
import org.tidemark.trail.telling.Comparison;
import org.tidemark.trail.telling.Explanation;
import org.tidemark.trail.telling.WhatIf;

/**
 * What stands in a result folder, in the order of the stages; docs/reference/formats.md is made
 * from it.
 */
public final class ResultFormats {
  private ResultFormats() {}

  /** The Parquet tables. */
  public static List<TableSchema> tables() {
    return List.of(
        ExposureTables.FILES,
        ExposureTables.EXPOSURE,
        ExposureTables.FINDINGS,
        ExposureTables.RECORDS,
        PeopleTables.PEOPLE,
        PeopleTables.ITEMS,
        PeopleTables.LINEAGE);
  }

  /** The JSON documents: file name → the record it is written from. */
  public static Map<String, Class<? extends Record>> documents() {
    Map<String, Class<? extends Record>> documents = new LinkedHashMap<>();
    documents.put("evidence.json", EvidenceJson.class);
    documents.put("trail.json", TrailJson.class);
    documents.put("findings.json", Findings.class);
    documents.put("run.json", RunReport.class);
    return documents;
  }

  /** The JSON documents that commands print: the command → the record it is written from. */
  public static Map<String, Class<? extends Record>> answers() {
    Map<String, Class<? extends Record>> answers = new LinkedHashMap<>();
    answers.put("trace --explain", Explanation.class);
    answers.put("trace --compare", Comparison.class);
    answers.put("trace --from", WhatIf.class);
    answers.put("ask", AskJson.class);
    return answers;
  }

  /** Files of one record a line: their names → the record. */
  public static Map<String, Class<? extends Record>> lines() {
    return Map.of(TimelineFiles.CSV + ", " + TimelineFiles.JSONL, TimelineEntry.class);
  }
}

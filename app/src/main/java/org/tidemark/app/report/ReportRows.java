package org.tidemark.app.report;

import java.util.List;
import java.util.Map;

/**
 * What the report shows of the result tables: a bounded sample of rows, and totals of all of them.
 * Holds no value that
 * identifies a person.
 *
 * @param objects exposed objects, the surest first, at most {@link #OBJECTS_MAX}
 * @param groups how many objects there are by grade, host and rule, the surest first, at most
 *     {@link #GROUPS_MAX}
 * @param objectsTotal confirmed and possible objects in all
 * @param tide people by first exposure, ordered by time
 * @param undated people whose first exposure has no time
 * @param persons a few people of each cell of findings.json
 * @param possibleByHopRule possible objects by the rules of the hops whose sessions reached them;
 *     one object may stand under several
 * @param unread data files that were not read, or not to their end, at most {@link #UNREAD_MAX}
 */
public record ReportRows(
    List<ExposedObject> objects,
    List<ObjectGroup> groups,
    long objectsTotal,
    List<TideStep> tide,
    long undated,
    List<SamplePerson> persons,
    List<UnreadFile> unread,
    Map<String, Long> possibleByHopRule) {
  static final int OBJECTS_MAX = 200;
  static final int GROUPS_MAX = 100;
  static final int UNREAD_MAX = 100;
  static final int PERSONS_PER_CELL = 3;
  static final int PLACES_PER_PERSON = 3;
  static final int EVIDENCE_MAX = 5;

  /** No tables: counts alone can be shown. */
  public static final ReportRows NONE =
      new ReportRows(List.of(), List.of(), 0, List.of(), 0, List.of(), List.of(), Map.of());

  public ReportRows {
    objects = List.copyOf(objects);
    groups = List.copyOf(groups);
    tide = List.copyOf(tide);
    persons = List.copyOf(persons);
    unread = List.copyOf(unread);
    possibleByHopRule = Map.copyOf(possibleByHopRule);
  }

  /**
   * A row of exposure.parquet; {@code path} is the copy in the case, empty = not held; {@code
   * first} may be empty.
   */
  public record ExposedObject(
      String id,
      String host,
      String kind,
      String name,
      String path,
      String grade,
      String rule,
      String effect,
      String first,
      long operations,
      List<LogPlace> evidence,
      long evidenceTotal) {}

  /** Objects of one grade, host and rule. */
  public record ObjectGroup(String grade, String host, String rule, long total) {}

  /** A log record: file and position from 1. */
  public record LogPlace(String file, long record) {}

  /** How many people were first exposed within the hour that begins at {@code at} (ISO 8601). */
  public record TideStep(String at, long confirmed, long possible) {}

  /** One person of cell number {@code cell} (from 0) of findings.json's {@code people.by}. */
  public record SamplePerson(
      int cell,
      String id,
      List<String> kinds,
      long records,
      long objects,
      String since,
      List<FilePlace> places) {}

  /** Where a record of a person stands. */
  public record FilePlace(String path, String place) {}

  /** A file whose content is not, or not wholly, in the counts. */
  public record UnreadFile(String path, String member, String reason, long bytes) {}
}

package org.tidemark.people;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tidemark.casefile.CaseFile;
import org.tidemark.engine.TableSchema;
import org.tidemark.exposure.ExposureTables;

/**
 * What the people stage is given beside the rows. The rows stand in one {@code Tables}, in tables of these
 * names; a table may be empty but has to be there:
 *
 * <ul>
 *   <li>{@code files}, {@code exposure}, {@code findings}: as {@link ExposureTables} has them. A member of an
 *       archive is exposed with the archive: the stage finds it by its path.
 *   <li>{@code record_places}: the scan's records, of any file; those of files that are not exposed are
 *       left aside.
 *   <li>{@code directory_files}, {@code directory_findings}, {@code directory_record_places}: the same scan of
 *       the case file's {@code directory}.
 * </ul>
 *
 * @param caseFile roles, stores, default country, controller and directory sources
 * @param open whether anything exposed is unread or not held: then the number of people has no upper bound
 * @param formerRecords records.parquet of the run before, from which the lineage is drawn
 */
public record PeopleInput(CaseFile caseFile, boolean open, Optional<Path> formerRecords) {

  /** Which entry of the case file's {@code directory} a file belongs to. */
  public static final TableSchema DIRECTORY_FILES = new TableSchema(
      "directory_files",
      "Which directory is this file?",
      List.of(
          TableSchema.Column.of("file_id", "VARCHAR", "file"),
          TableSchema.Column.of("source", "INTEGER", "position in the case file, from 0"),
          TableSchema.Column.of("path", "VARCHAR", "evidence path")),
      List.of("file_id"));

  public static final TableSchema DIRECTORY_FINDINGS =
      ExposureTables.FINDINGS.named("directory_findings");

  public static final TableSchema DIRECTORY_RECORD_PLACES =
      ExposureTables.RECORD_PLACES.named("directory_record_places");
}

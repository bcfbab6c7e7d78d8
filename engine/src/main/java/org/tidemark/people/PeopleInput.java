package org.tidemark.people;

import java.nio.file.Path;
import java.util.Optional;
import org.tidemark.casefile.CaseFile;
import org.tidemark.engine.TableSchema;
import org.tidemark.exposure.ExposureTables;
import org.tidemark.exposure.ScanTables;

/**
 * What the people stage is given beside the rows. The rows stand in one {@code Tables}, in tables
 * of these names; a table may be empty but has to be there:
 *
 * <ul>
 *   <li>{@code files}, {@code exposure}, {@code findings}: as {@link ExposureTables} has them. A
 *       member of an archive is exposed with the archive: the stage finds it by its path. The
 *       findings of one record were appended in the order in which the file has them.
 *   <li>{@code staged_records}: the scan's records, of any file; those of files that are not
 *       exposed are left aside.
 *   <li>{@code directory_files}, {@code directory_findings}, {@code directory_staged_records}: the
 *       same scan of the case file's {@code directory}.
 * </ul>
 *
 * @param caseFile roles, stores, default country, controller and directory sources
 * @param open whether anything exposed is unread or not held: then the number of people has no
 *     upper bound
 * @param formerRecords records.parquet of the run before, from which the lineage is drawn
 */
public record PeopleInput(CaseFile caseFile, boolean open, Optional<Path> formerRecords) {

  /** Files of the case file's {@code directory}. */
  public static final TableSchema DIRECTORY_FILES = ExposureTables.FILES.named("directory_files");

  /** Findings in them. */
  public static final TableSchema DIRECTORY_FINDINGS =
      ExposureTables.FINDINGS.named("directory_findings");

  /** Records in them: entries of the directory. */
  public static final TableSchema DIRECTORY_RECORDS =
      ScanTables.STAGED_RECORDS.named("directory_staged_records");
}

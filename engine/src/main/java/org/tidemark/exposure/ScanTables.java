package org.tidemark.exposure;

import static org.tidemark.engine.TableSchema.Column.of;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.casefile.ContentId;
import org.tidemark.engine.TableSchema;
import org.tidemark.engine.Tables;
import org.tidemark.exposure.readers.ReadOutcome;

/**
 * Writes scan results as rows of files, findings and staged records. One thread; close before any
 * query.
 */
public final class ScanTables implements AutoCloseable {
  /** Records as the scan sees them; stage 4 makes {@link ExposureTables#RECORDS} of them. */
  public static final TableSchema STAGED_RECORDS = new TableSchema(
      "staged_records",
      "Which findings stand together in one place?",
      List.of(
          of("record_id", "VARCHAR", "R + 16 base-32 characters over file and place"),
          of("file_id", "VARCHAR", "file or member"),
          of("place", "VARCHAR", "row, header, form"),
          of("kinds", "VARCHAR[]", "kinds of identifier in it, sorted")),
      List.of("record_id"));

  private final Tables.Appender files;
  private final Tables.Appender findings;
  private final Tables.Appender records;

  /**
   * Appends to tables {@code files}, {@code findings}, {@code staged_records}, made where missing.
   */
  public ScanTables(Tables tables) {
    this(tables, ExposureTables.FILES, ExposureTables.FINDINGS, STAGED_RECORDS);
  }

  /** Appends to tables of the same columns under other names: a directory's rows are kept apart. */
  public ScanTables(Tables tables, TableSchema files, TableSchema findings, TableSchema records) {
    this.files = tables.append(files);
    this.findings = tables.append(findings);
    this.records = tables.append(records);
  }

  /** The id of a file or of one of its members. */
  public static String fileId(String path, String member) {
    return ContentId.of('F', path, member);
  }

  /**
   * Adds the rows of one scanned file and of its members.
   *
   * @param path evidence path of the file
   */
  public void append(String path, ScanResult result) {
    for (ScannedMember member : result.members()) {
      String id = fileId(path, member.member());
      files
          .text(id)
          .text(path)
          .text(orNull(member.member()))
          .text(member.content())
          .integer(member.bytes())
          .text(member.format())
          .text(orNull(member.charset()))
          .text(member.state().id())
          .text(member.state() == ReadOutcome.State.READ ? null : member.reason())
          .integer(member.bytesRead());
      files.endRow();
      member.block().forEach(new Rows(id));
    }
  }

  @Override
  public void close() {
    files.close();
    findings.close();
    records.close();
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private final class Rows implements FindingBlock.Visitor {
    private final String file;
    private final List<String> ids = new ArrayList<>(1);

    Rows(String file) {
      this.file = file;
    }

    @Override
    public void record(int index, String place, List<String> kinds) {
      String id = ContentId.of('R', file, place);
      ids.clear();
      ids.add(id);
      records.text(id).text(file).text(place).texts(kinds);
      records.endRow();
    }

    @Override
    public void finding(
        String place,
        String kind,
        String category,
        byte[] value,
        byte[] match,
        String rule,
        int record) {
      findings
          .text(file)
          .text(place)
          .text(kind)
          .text(category)
          .bytes(value)
          .bytes(match)
          .text(rule)
          .text(record < 0 ? null : ids.get(0));
      findings.endRow();
    }
  }
}

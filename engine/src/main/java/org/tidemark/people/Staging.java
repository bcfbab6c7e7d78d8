package org.tidemark.people;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.casefile.CaseFile;
import org.tidemark.engine.TableSchema;
import org.tidemark.engine.Tables;

/**
 * Numbers the records and the values that could join them, in tables of the stage's own ({@code
 * p_…}): rows of whole numbers from there on, so that millions of records fit. Exposed records are
 * numbered in the order of their ids, from 0; the directory's come behind them, so that the least
 * node of a component is the least exposed record.
 */
final class Staging {
  /** What the case file says of each exposed file. */
  private static final TableSchema FILE_FACTS = new TableSchema(
      "p_file_facts",
      "Whose files are these?",
      List.of(
          TableSchema.Column.of("file_id", "VARCHAR", "file or member"),
          TableSchema.Column.of("role", "INTEGER", "number of the role"),
          TableSchema.Column.of("role_rule", "VARCHAR", "path-glob or default"),
          TableSchema.Column.optional("controller", "VARCHAR", "organisation id"),
          TableSchema.Column.of("secrecy", "BOOLEAN", "kept by a carrier")),
      List.of("file_id"));

  private static final TableSchema DIRECTORY_ROLES = new TableSchema(
      "p_directory_roles",
      "Whose role does this directory give?",
      List.of(
          TableSchema.Column.of("file_id", "VARCHAR", "file"),
          TableSchema.Column.of("role", "INTEGER", "number of the role")),
      List.of("file_id"));

  private final Tables tables;
  private final FileFacts facts;

  Staging(Tables tables, CaseFile caseFile) {
    this.tables = tables;
    this.facts = new FileFacts(caseFile);
  }

  /** Exposed files with what reached them, and what the case file says of them. */
  void exposedFiles() {
    tables.execute("""
        CREATE TABLE p_exposed AS
        SELECT DISTINCT f.file_id, f.path, e.object_id,
          CASE e.grade WHEN 'confirmed' THEN 0 ELSE 1 END AS doubt,
          e.rule, e.effect, e."first", e."last"
        FROM exposure e
        JOIN files c ON c.file_id = e.file_id
        JOIN files f ON f.path = c.path AND (f.file_id = c.file_id
          OR coalesce(c.member, '') = '' OR starts_with(f.member, c.member || '!'))
        WHERE e.grade IN ('confirmed', 'possible') AND e.kind NOT IN ('directory', 'listing')
        """);
    record Named(String file, String path) {}
    List<Named> files = new ArrayList<>();
    tables.query(
        "SELECT DISTINCT file_id, path FROM p_exposed ORDER BY file_id",
        row -> files.add(new Named(Rows.text(row, 1), Rows.text(row, 2))));
    try (Tables.Appender rows = tables.append(FILE_FACTS)) {
      for (Named file : files) {
        Role role = facts.role(file.path()).orElse(Role.OTHER);
        rows.text(file.file()).integer(role.rank());
        rows.text(facts.role(file.path()).isPresent() ? "path-glob" : "default");
        var store = facts.store(file.path());
        rows.text(store.map(CaseFile.Store::controller).orElse(null));
        rows.bool(store.filter(FileFacts::secret).isPresent()).endRow();
      }
    }
    List<Named> directories = new ArrayList<>();
    tables.query(
        "SELECT file_id, path FROM directory_files ORDER BY file_id",
        row -> directories.add(new Named(Rows.text(row, 1), Rows.text(row, 2))));
    try (Tables.Appender rows = tables.append(DIRECTORY_ROLES)) {
      for (Named file : directories) {
        facts
            .role(file.path())
            .ifPresent(r -> rows.text(file.file()).integer(r.rank()).endRow());
      }
    }
  }

  /** Numbers the records; gives how many are exposed. */
  int records() {
    tables.execute("""
        CREATE TABLE p_records AS
        SELECT (row_number() OVER (ORDER BY record_id) - 1)::INTEGER AS node,
          record_id, file_id, place, kinds
        FROM staged_records WHERE file_id IN (SELECT file_id FROM p_exposed)
        """);
    int exposed = Math.toIntExact(Rows.count(tables, "p_records"));
    tables.execute("""
        CREATE TABLE p_directory AS
        SELECT (row_number() OVER (ORDER BY record_id) - 1 + %d)::INTEGER AS node,
          record_id, file_id
        FROM directory_staged_records
        """.formatted(exposed));
    return exposed;
  }

  /**
   * Numbers the values ({@code p_keys}) and says which node holds which ({@code p_links}). An
   * internal identifier without a namespace is one only within its column of its file.
   */
  void values() {
    tables.execute("""
        CREATE TABLE p_said AS
        SELECT node, kind AS plain, "match", standing,
          CASE WHEN kind = 'internal-id' THEN 'internal-id@' || file_id || '/'
            || regexp_extract(place, '(col:|json:)[^/]*$') ELSE kind END AS kind
        FROM (
          SELECT r.node, f.file_id, f.place, f.kind, f."match", f.rowid AS standing
          FROM findings f JOIN p_records r ON r.record_id = f.record_id
          UNION ALL
          SELECT d.node, f.file_id, f.place, f.kind, f."match", f.rowid AS standing
          FROM directory_findings f JOIN p_directory d ON d.record_id = f.record_id)
        WHERE kind IN ('email', 'phone', 'my-number', 'name', 'card', 'country')
          OR kind = 'internal-id' OR starts_with(kind, 'internal-id/')
        """);
    tables.execute("""
        CREATE TABLE p_keys AS
        SELECT (row_number() OVER (ORDER BY kind, "match", plain) - 1)::INTEGER AS key,
          kind, plain, "match",
          CASE WHEN starts_with(kind, 'internal-id') THEN 'internal-id' ELSE kind END AS class
        FROM (SELECT DISTINCT kind, plain, "match" FROM p_said)
        """);
    tables.execute("""
        CREATE TABLE p_links AS
        SELECT s.node, k.key, k.class,
          min(s.standing) FILTER (WHERE k.class = 'email') AS standing
        FROM p_said s JOIN p_keys k ON k.kind = s.kind AND k."match" = s."match"
        GROUP BY s.node, k.key, k.class
        """);
    tables.execute("DROP TABLE p_said");
  }
}

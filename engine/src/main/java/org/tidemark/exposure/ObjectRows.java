package org.tidemark.exposure;

import java.util.List;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.ContentId;
import org.tidemark.casefile.Organisations;
import org.tidemark.engine.TableSchema;
import org.tidemark.engine.TableSchema.Column;
import org.tidemark.engine.Tables;
import org.tidemark.evidence.Evidence;
import org.tidemark.trail.Trail;

/**
 * Writes objects as rows of {@code exposure}; records of evidence are staged flat, since they nest
 * in the table.
 */
final class ObjectRows {
  private static final TableSchema OBJECTS = new TableSchema(
      "exposure_objects",
      "One row an object and effect, without its records",
      List.of(
          Column.of("object_id", "VARCHAR", "object"),
          Column.of("host", "VARCHAR", "host"),
          Column.optional("organisation", "VARCHAR", "organisation"),
          Column.of("kind", "VARCHAR", "kind"),
          Column.of("name", "VARCHAR", "name"),
          Column.optional("file_id", "VARCHAR", "copy"),
          Column.of("grade", "VARCHAR", "grade"),
          Column.of("rule", "VARCHAR", "rule"),
          Column.of("effect", "VARCHAR", "effect"),
          Column.optional("first", "TIMESTAMP", "first access"),
          Column.optional("last", "TIMESTAMP", "last access"),
          Column.of("operations", "BIGINT", "accesses"),
          Column.optional("bytes", "BIGINT", "bytes moved"),
          Column.of("hops", "VARCHAR[]", "hops"),
          Column.of("evidence_total", "BIGINT", "records")),
      List.of("object_id", "effect"));

  private static final TableSchema RECORDS = new TableSchema(
      "exposure_records",
      "The first records of each object and effect",
      List.of(
          Column.of("object_id", "VARCHAR", "object"),
          Column.of("effect", "VARCHAR", "effect"),
          Column.of("position", "BIGINT", "order in time"),
          Column.of("file", "VARCHAR", "file id"),
          Column.of("record", "BIGINT", "record from 1")),
      List.of("object_id", "effect", "position"));

  private ObjectRows() {}

  static void append(
      Tables tables,
      CaseFile caseFile,
      Evidence evidence,
      Trail trail,
      List<ExposedObject> objects) {
    Organisations organisations = new Organisations(caseFile.organisations());
    try (Tables.Appender rows = tables.append(OBJECTS);
        Tables.Appender records = tables.append(RECORDS)) {
      for (ExposedObject object : objects) {
        String id = ContentId.of('O', object.host, ObjectName.normal(object.name));
        String organisation = organisations.ofHost(object.host);
        rows.text(id)
            .text(object.host)
            .text(organisation.equals(Organisations.OUTSIDE) ? null : organisation)
            .text(object.kind)
            .text(object.name)
            .text(
                object.file.isPresent()
                    ? evidence.files().get(object.file.getAsInt()).id()
                    : null)
            .text(object.grade.id())
            .text(object.rule.id())
            .text(object.effect.id())
            .micros(object.first == Long.MAX_VALUE ? null : Long.valueOf(object.first))
            .micros(object.operations == 0 ? null : Long.valueOf(object.last))
            .integer(object.operations)
            .integerOrNull(object.bytes < 0 ? null : Long.valueOf(object.bytes))
            .texts(List.copyOf(object.hops))
            .integer(object.evidenceTotal);
        rows.endRow();
        for (int i = 0; i < object.evidence.size(); i++) {
          Trail.RecordPlace place = object.evidence.get(i);
          records
              .text(id)
              .text(object.effect.id())
              .integer(i)
              .text(place.file())
              .integer(place.record());
          records.endRow();
        }
      }
    }
    tables.execute("""
        CREATE TABLE exposure AS
        SELECT o.object_id, o.host, o.organisation, o.kind, o.name, o.file_id, o.grade, o.rule,
          o.effect, o."first", o."last", o.operations, o.bytes, o.hops,
          coalesce(r.evidence, []::STRUCT(file VARCHAR, record INTEGER)[]) AS evidence,
          o.evidence_total
        FROM exposure_objects o LEFT JOIN (
          SELECT object_id, effect,
            list({'file': file, 'record': record::INTEGER} ORDER BY position) AS evidence
          FROM exposure_records GROUP BY object_id, effect) r
        ON o.object_id = r.object_id AND o.effect = r.effect""");
  }
}

package org.tidemark.exposure;

import static org.tidemark.engine.TableSchema.Column.of;
import static org.tidemark.engine.TableSchema.Column.optional;
import static org.tidemark.engine.TableSchema.Column.secret;

import java.util.List;
import org.tidemark.engine.TableSchema;

/** The result tables of stage 3 (CONTRACT.md section 5). */
public final class ExposureTables {
  private ExposureTables() {}

  public static final TableSchema FILES = new TableSchema(
      "files",
      "Which files did we get, and how far could each be read?",
      List.of(
          of("file_id", "VARCHAR", "F + 16 base-32 characters over path and member"),
          of("path", "VARCHAR", "evidence path, relative to the case folder"),
          optional("member", "VARCHAR", "path inside the archive; `!` between nested archives"),
          of("content", "VARCHAR", "SHA-256, lower-case hex"),
          of("bytes", "BIGINT", "size"),
          of("format", "VARCHAR", "format id (`tidemark formats`)"),
          optional("charset", "VARCHAR", "IANA name of the encoding in which text was read"),
          of("state", "VARCHAR", "read, partly, unread or log"),
          optional("reason", "VARCHAR", "why it was not read, or not to its end"),
          of("bytes_read", "BIGINT", "bytes that were read as text")),
      List.of("file_id"));

  public static final TableSchema EXPOSURE = new TableSchema(
      "exposure",
      "Which objects did the intruder reach?",
      List.of(
          of("object_id", "VARCHAR", "O + 16 base-32 characters over host and normalised name"),
          of("host", "VARCHAR", "host or service that holds it"),
          optional("organisation", "VARCHAR", "organisation of that host"),
          of(
              "kind",
              "VARCHAR",
              "file, table, mail, bucket-object, api-record, directory or listing"),
          of("name", "VARCHAR", "name as the host's logs write it"),
          optional("file_id", "VARCHAR", "the copy in the case; null = not held"),
          of("grade", "VARCHAR", "confirmed, possible or excluded"),
          of("rule", "VARCHAR", "rule that gave the grade"),
          of("effect", "VARCHAR", "disclosed, altered, destroyed or unavailable"),
          optional(
              "first", "TIMESTAMP", "first access, UTC; start of the hold where no log shows one"),
          optional("last", "TIMESTAMP", "last access, UTC"),
          of("operations", "BIGINT", "accesses seen"),
          optional("bytes", "BIGINT", "bytes moved, where logs say"),
          of("hops", "VARCHAR[]", "hops whose sessions reached it"),
          of("evidence", "STRUCT(file VARCHAR, record INTEGER)[]", "first 20 records"),
          of("evidence_total", "BIGINT", "records in all")),
      List.of("object_id", "effect"));

  public static final TableSchema FINDINGS = new TableSchema(
      "findings",
      "Which identifier stands where?",
      List.of(
          of("file_id", "VARCHAR", "file or member"),
          of("place", "VARCHAR", "where in it: key:value joined by `/`"),
          of("kind", "VARCHAR", "kind of identifier: email, phone, internal-id/NAMESPACE …"),
          of(
              "category",
              "VARCHAR",
              "contact, identity, financial, government, demographic, internal"),
          secret("value", "as written"),
          secret("match", "normalised"),
          of("rule", "VARCHAR", "rule that accepted it"),
          optional("record_id", "VARCHAR", "the record it belongs to")),
      List.of("file_id", "place", "kind"));

  public static final TableSchema RECORDS = new TableSchema(
      "records",
      "Which findings speak of one person in one place?",
      List.of(
          of("record_id", "VARCHAR", "R + 16 base-32 characters over file and place"),
          of("file_id", "VARCHAR", "file or member"),
          of("place", "VARCHAR", "row, header, form"),
          optional("person_id", "VARCHAR", "person it was joined to; null = not a person"),
          of("join", "VARCHAR", "certain or probable"),
          of("grade", "VARCHAR", "confirmed or possible"),
          of("role", "VARCHAR", "employee, contractor, partner, user or other"),
          of("role_rule", "VARCHAR", "rule that gave the role, or why it is not a person"),
          optional("country", "VARCHAR", "ISO 3166 alpha-2"),
          of("country_from", "VARCHAR", "stated, inferred, default or unknown"),
          optional("controller", "VARCHAR", "organisation id"),
          of("kinds", "VARCHAR[]", "kinds of identifier in it, sorted")),
      List.of("record_id"));
}

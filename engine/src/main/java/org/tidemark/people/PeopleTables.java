package org.tidemark.people;

import static org.tidemark.engine.TableSchema.Column.of;
import static org.tidemark.engine.TableSchema.Column.optional;

import java.util.List;
import org.tidemark.engine.TableSchema;

/** The result tables of stage 4 (CONTRACT.md section 5). */
public final class PeopleTables {
  private PeopleTables() {}

  public static final TableSchema PEOPLE = new TableSchema(
      "people",
      "Whose data is it?",
      List.of(
          of("person_id", "VARCHAR", "P + 16 base-32 characters over the least record id"),
          of("grade", "VARCHAR", "confirmed or possible"),
          of("rule", "VARCHAR", "rule that gave the grade"),
          of("role", "VARCHAR", "first of employee, contractor, partner, user, other"),
          optional("country", "VARCHAR", "ISO 3166 alpha-2"),
          of("country_from", "VARCHAR", "stated, inferred, default or unknown"),
          optional("language", "VARCHAR", "BCP 47"),
          of("controllers", "VARCHAR[]", "organisation ids, sorted"),
          of("categories", "VARCHAR[]", "sorted"),
          of("kinds", "VARCHAR[]", "sorted"),
          of("records", "BIGINT", "records of this person"),
          of("objects", "BIGINT", "exposed objects that hold them"),
          optional("since", "TIMESTAMP", "first exposure, UTC"),
          of("pseudonymous", "BOOLEAN", "known by internal identifiers only"),
          optional("weakest_join", "INTEGER", "1/1000 bit; null = certain joins only"),
          of(
              "contacts",
              "STRUCT(channel VARCHAR, \"value\" BLOB, preference INTEGER)[]",
              "how to reach the person, encrypted")),
      List.of("person_id"));

  public static final TableSchema ITEMS = new TableSchema(
      "items",
      "What of a person was reached?",
      List.of(
          of("person_id", "VARCHAR", "person"),
          of("category", "VARCHAR", "category of the kind"),
          of("kind", "VARCHAR", "kind of identifier"),
          optional("controller", "VARCHAR", "organisation id"),
          of("grade", "VARCHAR", "confirmed or possible"),
          of("rule", "VARCHAR", "rule that gave the grade"),
          of("join", "VARCHAR", "certain or probable"),
          of("effect", "VARCHAR", "disclosed, altered, destroyed or unavailable"),
          optional("first", "TIMESTAMP", "first access, UTC"),
          optional("last", "TIMESTAMP", "last access, UTC"),
          of("secrecy", "BOOLEAN", "stored by a carrier service: secrecy of communications"),
          of("objects", "VARCHAR[]", "object ids, sorted, first 20")),
      List.of("person_id", "category", "kind", "controller", "effect"));

  public static final TableSchema LINEAGE = new TableSchema(
      "lineage",
      "What became of each person since the run before?",
      List.of(
          of("person_id", "VARCHAR", "person now, or before where gone"),
          optional("before_id", "VARCHAR", "person in the run before"),
          of("what", "VARCHAR", "kept, split, merged, new or gone"),
          of("why", "VARCHAR", "in words")),
      List.of("person_id", "before_id", "what"));
}

package org.tidemark.people;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.Doc;

/** How many people it is: the part {@code people} of findings.json (CONTRACT.md section 5). */
@Doc("Whose data is it, and how many people is that?")
public record PeopleCounts(
    @Doc("records in exposed files that speak of one person or office each")
    long records,

    @Doc("of these, records that are no person: role mailboxes, placeholders")
    long notAPerson,

    @Doc("not_a_person by reason: role-address, placeholder, no-identifier")
    Map<String, Long> notAPersonBy,

    @Doc("living natural persons") Persons persons,
    @Doc("parts of persons.expected; they overlap") Parts ofWhich,

    @Doc("each person stands in exactly one cell; ordered by controller, role, country, grade")
    List<Cell> by,

    @Doc("values that join nothing, by the guard that held: shared-phone, shared-email, …")
    Map<String, Long> guards) {

  public PeopleCounts {
    by = List.copyOf(by);
  }

  /**
   * Counts of persons.
   *
   * @param high null while there is no upper bound
   */
  public record Persons(
      @Doc("persons whose best record is confirmed") long confirmed,
      @Doc("persons whose best record is possible") long possible,

      @Doc("least number: who is known by an id or a name alone is taken to be one of the others")
      long low,

      @Doc("confirmed + possible = the sum of by.persons") long expected,

      @Doc("greatest number; null while anything exposed is unread or not held") @Nullable
      Long high,

      @Doc("whether there is an upper bound") boolean bounded) {}

  /** Parts of the persons that are told apart. */
  public record Parts(
      @Doc("known by internal identifiers only") long pseudonymousOnly,

      @Doc("in a store of a carrier: secrecy of communications")
      long secrecy,

      @Doc("only in stores of other controllers than the case's own")
      long otherControllers) {}

  /** Persons that agree in controller, role, country and grade. */
  public record Cell(
      @Doc("sorted organisation ids joined by `+`; null = no store of the case file matches")
      @Nullable
      String controller,

      @Doc("first of employee, contractor, partner, user, other")
      String role,

      @Doc("ISO 3166 alpha-2, or null") @Nullable String country,
      @Doc("stated, inferred, default or unknown") String countryFrom,
      @Doc("confirmed or possible") String grade,

      @Doc("counted: rows were seen; inferred: derived from a stated source")
      String basis,

      @Doc("persons") long persons,

      @Doc("persons of whom that kind of identifier was exposed")
      Map<String, Long> kinds,

      @Doc("persons of whom that category was exposed") Map<String, Long> categories) {}
}

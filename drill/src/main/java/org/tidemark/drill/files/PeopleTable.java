package org.tidemark.drill.files;

import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tidemark.drill.people.Country;
import org.tidemark.drill.people.Language;
import org.tidemark.drill.people.Person;
import org.tidemark.drill.people.Person.Group;
import org.tidemark.drill.people.Population;
import org.tidemark.drill.world.Chance;

/**
 * The people of one file as a table: which columns, who stands in which row, what each cell says.
 * Derived from the file's content key; holds nothing per row.
 */
final class PeopleTable {
  private final long seed;
  private final Population population;
  private final FileSpec spec;
  private final List<Column> columns;
  private final boolean codes;
  private final CharsetEncoder encoder;

  PeopleTable(long seed, Population population, FileSpec spec) {
    this.seed = seed;
    this.population = population;
    this.spec = spec;
    Chance chance = Chance.of(seed, "columns", spec.contentKey());
    this.columns = columns(spec, chance);
    this.codes = chance.percent(50);
    this.encoder = (isLegacy(spec) ? spec.charset() : StandardCharsets.UTF_8).newEncoder();
  }

  private static boolean isLegacy(FileSpec spec) {
    return !spec.charset().equals(StandardCharsets.UTF_16LE);
  }

  List<Column> columns() {
    return columns;
  }

  boolean has(Column column) {
    return columns.contains(column);
  }

  List<String> headers() {
    return columns.stream().map(c -> c.header(spec.language())).toList();
  }

  private static List<Column> columns(FileSpec spec, Chance chance) {
    List<Column> columns = new ArrayList<>();
    switch (spec.topic()) {
      case USAGE -> {
        columns.add(Column.USER_ID);
        columns.add(Column.SERVICE);
        columns.add(Column.LAST_USED);
        columns.add(Column.TIMES);
        add(columns, Column.COUNTRY, 12, chance);
        add(columns, Column.AGE_GROUP, 25, chance);
        add(columns, Column.GENDER, 25, chance);
      }
      case MEMBERS -> {
        add(columns, Column.MEMBER_ID, 75, chance);
        add(columns, Column.NAME, 80, chance);
        columns.add(Column.EMAIL);
        add(columns, Column.PHONE, 45, chance);
        add(columns, Column.GENDER, 40, chance);
        add(columns, Column.BIRTH, 35, chance);
        add(columns, Column.AGE, 20, chance);
        add(columns, Column.AGE_GROUP, 20, chance);
        add(columns, Column.COUNTRY, 35, chance);
        add(columns, Column.CARD, 15, chance);
        add(columns, Column.MEMO, 25, chance);
      }
      case CRM -> {
        columns.add(Column.NAME);
        columns.add(Column.EMAIL);
        // Objects have no order: which of two e-mails is the person's own would be a guess.
        if (spec.form() != FileSpec.Form.JSON_LINES && spec.form() != FileSpec.Form.JSON_ARRAY) {
          columns.add(Column.SECOND_EMAIL);
        }
        add(columns, Column.PHONE, 70, chance);
        add(columns, Column.COUNTRY, 30, chance);
        add(columns, Column.MEMO, 40, chance);
      }
      case HR -> {
        columns.add(Column.NAME);
        columns.add(Column.EMAIL);
        add(columns, Column.PHONE, 50, chance);
        columns.add(Column.BIRTH);
        columns.add(Column.COUNTRY);
        add(columns, Column.MY_NUMBER, 50, chance);
        add(columns, Column.GENDER, 50, chance);
      }
      case CONTRACTORS, TIDAL, MAIL, PUBLIC -> {
        columns.add(Column.NAME);
        columns.add(Column.EMAIL);
        add(columns, Column.PHONE, 60, chance);
        add(columns, Column.COUNTRY, 30, chance);
      }
    }
    return List.copyOf(columns);
  }

  private static void add(List<Column> columns, Column column, int percent, Chance chance) {
    if (chance.percent(percent)) {
      columns.add(column);
    }
  }

  /** Who stands in a row. {@code part} tells the members of one archive apart. */
  Person person(int part, int row) {
    Chance chance = Chance.of(seed, "row" + part, spec.contentKey(), row);
    int number = switch (spec.topic()) {
      case MEMBERS ->
        chance.percent(4)
            ? population.draw(chance, true, Group.EMPLOYEE, Group.AFFILIATE_STAFF)
            : chance.percent(6)
                ? population.draw(chance, false, Group.UNLISTED)
                : population.draw(chance, true, Group.SUBSCRIBER);
      case USAGE ->
        chance.percent(12)
            ? population.draw(chance, true, Group.PSEUDONYM)
            : population.draw(chance, true, Group.SUBSCRIBER);
      case CRM ->
        chance.percent(8)
            ? population.draw(chance, false, Group.SUBSCRIBER)
            : population.draw(chance, false, Group.PARTNER);
      case HR -> population.draw(chance, false, Group.EMPLOYEE);
      case CONTRACTORS -> population.draw(chance, false, Group.CONTRACTOR);
      case TIDAL -> population.draw(chance, false, Group.AFFILIATE_STAFF);
      case MAIL, PUBLIC ->
        population.draw(
            chance, false, Group.EMPLOYEE, Group.PARTNER, Group.SUBSCRIBER, Group.UNLISTED);
    };
    return population.person(number);
  }

  /** The cell's text; empty where the person has no such thing. */
  String cell(Column column, Person person) {
    Chance chance = Chance.of(seed, column.name(), spec.contentKey(), person.number());
    return switch (column) {
      case MEMBER_ID -> person.listed() ? person.memberId() : "";
      case USER_ID -> person.memberId();
      case NAME -> name(person);
      case EMAIL -> person.email();
      case SECOND_EMAIL -> person.secondEmail();
      case PHONE -> phone(person);
      case COUNTRY -> codes ? person.country().name() : person.country().in(spec.language());
      case BIRTH -> birth(person.birth(), chance);
      case GENDER -> gender(person);
      case AGE -> String.valueOf(person.age());
      case AGE_GROUP -> ageGroup(person);
      case CARD -> chance.percent(60) ? person.card() : "";
      case MY_NUMBER -> person.country() == Country.JP ? person.myNumber() : "";
      case MEMO -> memo(chance);
      case SERVICE -> chance.pick("chat", "call", "stamp", "pay", "news");
      case LAST_USED ->
        "2023-" + "0" + chance.between(1, 8) + "-" + chance.between(10, 28) + "T"
            + chance.between(10, 23) + ":" + chance.between(10, 59) + ":00Z";
      case TIMES -> String.valueOf(chance.between(1, 400));
    };
  }

  /** Names stand in their own script where the file's encoding can write it. */
  String name(Person person) {
    return encoder.canEncode(person.nativeName()) ? person.nativeName() : person.latinName();
  }

  /**
   * Without a country beside it, a number carries its own prefix: else nobody could tell whose it
   * is.
   */
  String phone(Person person) {
    return has(Column.COUNTRY) ? person.phone() : person.phoneAbroad();
  }

  /** Whether the row shows a phone that tells the country. */
  boolean showsCountryByPhone(Person person) {
    return has(Column.PHONE) && !has(Column.COUNTRY) && !person.phoneAbroad().isEmpty();
  }

  private String birth(LocalDate date, Chance chance) {
    boolean era = spec.language() == Language.JAPANESE && chance.percent(50);
    return era ? Era.write(date) : date.toString();
  }

  private String gender(Person person) {
    return switch (spec.language()) {
      case JAPANESE -> person.woman() ? "女性" : "男性";
      case KOREAN -> person.woman() ? "여성" : "남성";
      case ENGLISH -> person.woman() ? "female" : "male";
    };
  }

  private String ageGroup(Person person) {
    int decade = person.age() / 10 * 10;
    return switch (spec.language()) {
      case JAPANESE -> decade + "代";
      case KOREAN -> decade + "대";
      case ENGLISH -> decade + "s";
    };
  }

  private String memo(Chance chance) {
    String order = String.format(Locale.ROOT, "ORD-2023-%06d", chance.below(1_000_000));
    return switch (chance.below(4)) {
      case 0 -> order + ", ver 10.2." + chance.below(40);
      case 1 -> order + "\nOK";
      case 2 -> "\"A\" " + order;
      default -> "";
    };
  }
}

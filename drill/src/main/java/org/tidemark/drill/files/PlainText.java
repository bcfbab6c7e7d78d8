package org.tidemark.drill.files;

import java.io.IOException;
import java.io.Writer;
import org.tidemark.drill.files.FileTruth.CountryShown;
import org.tidemark.drill.people.Language;
import org.tidemark.drill.people.Person;
import org.tidemark.drill.world.Chance;

/** Writes forms and prose of people, and texts and price lists without any. */
final class PlainText {
  private final long seed;
  private final PeopleTable table;
  private final FileSpec spec;
  private final FileTruth truth;
  private int line;

  PlainText(long seed, PeopleTable table, FileSpec spec, FileTruth truth) {
    this.seed = seed;
    this.table = table;
    this.spec = spec;
    this.truth = truth;
  }

  /** Forms one below the other, and a sentence that names an e-mail address. */
  int forms(Writer out) throws IOException {
    write(out, title());
    write(out, "");
    int persons = 0;
    for (int row = 0; row < spec.rows(); row++) {
      form(out, table.person(0, row), row % 2 == 0 ? ": " : "：");
      persons++;
    }
    if (spec.contentKey() % 2 == 0) {
      Person person = table.person(0, spec.rows());
      String sentence = sentence(person.email());
      write(out, sentence);
      truth.record(
          spec, "", Places.bytes(line, sentence, person.email()), person, CountryShown.NOT, true);
      persons++;
    }
    return persons;
  }

  private void form(Writer out, Person person, String colon) throws IOException {
    int first = line + 1;
    write(out, Column.NAME.header(spec.language()) + colon + table.name(person));
    write(out, Column.EMAIL.header(spec.language()) + colon + person.email());
    boolean phone = !person.phoneAbroad().isEmpty();
    if (phone) {
      write(out, Column.PHONE.header(spec.language()) + colon + person.phoneAbroad());
    }
    write(out, "");
    CountryShown country = phone ? CountryShown.BY_PHONE : CountryShown.NOT;
    truth.record(spec, "", "line:" + first, person, country, true);
  }

  private String title() {
    return switch (spec.language()) {
      case JAPANESE -> "担当者の一覧（社内用）";
      case KOREAN -> "담당자 목록 (내부용)";
      case ENGLISH -> "Contacts, internal use";
    };
  }

  private String sentence(String email) {
    return switch (spec.language()) {
      case JAPANESE -> "お急ぎの場合は " + email + " までご連絡ください。";
      case KOREAN -> "급한 경우 " + email + " 으로 연락해 주십시오.";
      case ENGLISH -> "If it is urgent, write to " + email + " at any time.";
    };
  }

  /** Minutes of a meeting: versions, order numbers and dates; nobody stands in them. */
  int notes(Writer out) throws IOException {
    Chance chance = Chance.of(seed, "notes", spec.contentKey());
    write(out, spec.language() == Language.JAPANESE ? "# 打ち合わせの記録" : "# Notes of the meeting");
    for (int i = 0; i < 6 + spec.rows() % 20; i++) {
      write(
          out,
          switch (chance.below(4)) {
            case 0 ->
              "- Release 10." + chance.below(30) + "." + chance.below(99) + " goes out on 2023-0"
                  + chance.between(1, 9) + "-" + chance.between(10, 28);
            case 1 ->
              spec.language() == Language.JAPANESE
                  ? "- 在庫の見直しは来週に行う。"
                  : "- Stock is looked at again next week.";
            case 2 -> "- Order ORD-2023-" + (100_000 + chance.below(899_999)) + " is late.";
            default -> "- Build " + chance.hex(12) + " passed.";
          });
    }
    return 0;
  }

  /** Articles, their codes, and order numbers that look like cards and are none; nobody's. */
  int prices(Writer out) throws IOException {
    Chance chance = Chance.of(seed, "prices", spec.contentKey());
    write(out, "article,code,version,order_no,price");
    for (int i = 0; i < 3 + spec.rows() % 40; i++) {
      write(
          out,
          chance.pick("cable", "router", "rack", "disk", "fan") + ",49" + digits(chance, 11) + ",1."
              + chance.below(20) + "." + chance.below(20) + "," + notACard(chance) + ","
              + chance.between(100, 90_000));
    }
    return 0;
  }

  /** Sixteen digits whose Luhn sum is off by one or more. */
  private static String notACard(Chance chance) {
    String digits = "9" + digits(chance, 15);
    int sum = 0;
    for (int i = 0; i < 16; i++) {
      int d = digits.charAt(15 - i) - '0';
      int doubled = i % 2 == 0 ? d : d * 2;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    if (sum % 10 != 0) {
      return digits;
    }
    int last = digits.charAt(15) - '0';
    return digits.substring(0, 15) + (last + 1) % 10;
  }

  private static String digits(Chance chance, int count) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < count; i++) {
      out.append(chance.below(10));
    }
    return out.toString();
  }

  private void write(Writer out, String text) throws IOException {
    out.write(text);
    out.write('\n');
    line++;
  }
}

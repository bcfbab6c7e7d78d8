package org.tidemark.drill;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tidemark.drill.files.FileSpec;
import org.tidemark.drill.files.FileTruth.CountryShown;
import org.tidemark.drill.files.Topic;
import org.tidemark.drill.people.Person;
import org.tidemark.drill.people.Population;

/**
 * Who stands in exposed files, by two bytes a person: grade, roles, controllers, what tells the
 * country.
 */
final class PeopleTruth {
  private static final int CONFIRMED = 1;
  private static final int POSSIBLE = 2;
  private static final int STATED = 4;
  private static final int BY_PHONE = 8;
  private static final int NAMED = 16;
  private static final int HARBOUR = 32;
  private static final int TIDAL = 64;
  private static final int FIRST_ROLE = 128;
  private static final List<String> ROLES =
      List.of("employee", "contractor", "partner", "user", "other");

  private final short[] seen;

  PeopleTruth(int people) {
    this.seen = new short[people];
  }

  void add(FileSpec spec, Person person, CountryShown country, boolean named) {
    Topic topic = spec.topic();
    int bits = spec.exposed() == FileSpec.Exposed.CONFIRMED ? CONFIRMED : POSSIBLE;
    bits |= topic.controller().equals("tidal") ? TIDAL : HARBOUR;
    bits |= FIRST_ROLE << ROLES.indexOf(topic.role());
    bits |= named || person.listed() ? NAMED : 0;
    bits |= country == CountryShown.STATED || person.listedCountry() ? STATED : 0;
    bits |= country == CountryShown.BY_PHONE ? BY_PHONE : 0;
    seen[person.number()] |= (short) bits;
  }

  /** Writes a line a person in order of their numbers and counts the cells: key to persons. */
  Map<String, Long> write(Writer out, Population population) throws IOException {
    Map<String, Long> cells = new TreeMap<>();
    out.write("person,role,country,country_from,grade,controllers,pseudonymous\r\n");
    for (int number = 0; number < seen.length; number++) {
      int bits = seen[number];
      if (bits == 0) {
        continue;
      }
      String from =
          (bits & STATED) != 0 ? "stated" : (bits & BY_PHONE) != 0 ? "inferred" : "default";
      String country =
          from.equals("default") ? "JP" : population.person(number).country().name();
      String grade = (bits & CONFIRMED) != 0 ? "confirmed" : "possible";
      boolean pseudonymous = (bits & NAMED) == 0;
      out.write(String.join(
              ",",
              String.valueOf(number),
              role(bits),
              country,
              from,
              grade,
              controllers(bits),
              String.valueOf(pseudonymous))
          + "\r\n");
      String key = String.join("|", controllers(bits), role(bits), country, from, grade);
      cells.merge(key, 1L, Long::sum);
      if (pseudonymous) {
        cells.merge("", 1L, Long::sum);
      }
    }
    return cells;
  }

  private static String role(int bits) {
    int first = 0;
    while ((bits & (FIRST_ROLE << first)) == 0) {
      first++;
    }
    return ROLES.get(first);
  }

  private static String controllers(int bits) {
    List<String> ids = new ArrayList<>();
    if ((bits & HARBOUR) != 0) {
      ids.add("harbour");
    }
    if ((bits & TIDAL) != 0) {
      ids.add("tidal");
    }
    return String.join("+", ids);
  }
}

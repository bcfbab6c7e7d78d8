package org.tidemark.drill.people;

import java.time.LocalDate;
import java.util.Locale;
import org.tidemark.drill.people.Person.Group;
import org.tidemark.drill.world.Chance;

/**
 * All people of a drill. A person is made from the number whenever asked for, the same each time.
 * E-mails, phones, My Numbers and member numbers are unique, so that joins by them are certain.
 * Immutable.
 */
public final class Population {
  private static final String[] DOMAINS = {
    "hikari-net.example",
    "sakuramail.example",
    "hanmaul.example",
    "bluepost.example",
    "inbox.example"
  };
  private static final int[] US_AREAS = {212, 310, 415, 617, 646, 718, 917, 202};

  private final long seed;
  private final int size;
  private final int employees;
  private final int affiliateStaff;
  private final int contractors;
  private final int partners;
  private final Numbers numbers;

  public Population(long seed, int size) {
    this.seed = seed;
    this.size = size;
    this.employees = size * 6 / 100;
    this.affiliateStaff = employees + size * 4 / 100;
    this.contractors = affiliateStaff + size * 2 / 100;
    this.partners = contractors + size / 10;
    this.numbers = new Numbers(seed);
  }

  public int size() {
    return size;
  }

  public Group group(int number) {
    if (number < employees) {
      return Group.EMPLOYEE;
    }
    if (number < affiliateStaff) {
      return Group.AFFILIATE_STAFF;
    }
    if (number < contractors) {
      return Group.CONTRACTOR;
    }
    if (number < partners) {
      return Group.PARTNER;
    }
    int draw = Chance.of(seed, "group", number).below(100);
    return draw < 10 ? Group.PSEUDONYM : draw < 15 ? Group.UNLISTED : Group.SUBSCRIBER;
  }

  /** A person of one of the groups; groups that are members only bring members. */
  public int draw(Chance chance, boolean membersOnly, Group... groups) {
    while (true) {
      Group wanted = groups[chance.below(groups.length)];
      int number = drawFrom(chance, wanted);
      if (group(number) == wanted && (!membersOnly || person(number).member())) {
        return number;
      }
    }
  }

  private int drawFrom(Chance chance, Group group) {
    return switch (group) {
      case EMPLOYEE -> chance.below(employees);
      case AFFILIATE_STAFF -> chance.between(employees, affiliateStaff - 1);
      case CONTRACTOR -> chance.between(affiliateStaff, contractors - 1);
      case PARTNER -> chance.between(contractors, partners - 1);
      case SUBSCRIBER, UNLISTED, PSEUDONYM -> chance.between(partners, size - 1);
    };
  }

  public Person person(int number) {
    Chance chance = Chance.of(seed, "person", number);
    Group group = group(number);
    Country country = country(group, chance);
    boolean woman = chance.percent(50);
    NameMaker.Name name = NameMaker.make(country, woman, chance);
    LocalDate birth = LocalDate.of(2005, 3, 31).minusDays(chance.below(60 * 365));
    String local =
        name.given().toLowerCase(Locale.ROOT) + "." + name.family().toLowerCase(Locale.ROOT);
    String tail = Long.toString(numbers.unique(number, 60_466_176L), 36);
    boolean member = switch (group) {
      case SUBSCRIBER, PSEUDONYM -> true;
      case EMPLOYEE -> chance.percent(20);
      case AFFILIATE_STAFF -> chance.percent(10);
      case CONTRACTOR, PARTNER, UNLISTED -> false;
    };
    boolean listed = member && group != Group.PSEUDONYM;
    return new Person(
        number,
        group,
        country,
        woman,
        birth,
        name.nativeName(),
        name.given() + " " + name.family(),
        local + "." + tail + "@" + domain(group, chance),
        tail + "x@" + DOMAINS[chance.below(DOMAINS.length)],
        phone(number, country, false),
        phone(number, country, true),
        "HBM" + (100_000_000L + numbers.unique(number, 899_999_963L)),
        Numbers.myNumber(String.format(
            Locale.ROOT, "%011d", 10_000_000_000L + numbers.unique(number, 89_999_999_999L))),
        Numbers.luhn(String.format(
            Locale.ROOT,
            "4%02d%012d",
            chance.below(100),
            numbers.unique(number, 999_999_999_989L))),
        member,
        listed,
        listed && chance.percent(92));
  }

  private static Country country(Group group, Chance chance) {
    int draw = chance.below(100);
    return switch (group) {
      case EMPLOYEE -> draw < 94 ? Country.JP : Country.KR;
      case AFFILIATE_STAFF, CONTRACTOR -> draw < 90 ? Country.KR : Country.JP;
      case PARTNER -> draw < 80 ? Country.JP : Country.KR;
      case SUBSCRIBER, UNLISTED, PSEUDONYM ->
        draw < 60
            ? Country.JP
            : draw < 80 ? Country.KR : draw < 88 ? Country.US : draw < 95 ? Country.TW : Country.TH;
    };
  }

  private static String domain(Group group, Chance chance) {
    return switch (group) {
      case EMPLOYEE -> "harbour.example";
      case AFFILIATE_STAFF -> "tidal.example";
      case CONTRACTOR -> "mooring.example";
      case PARTNER, SUBSCRIBER, UNLISTED, PSEUDONYM -> DOMAINS[chance.below(DOMAINS.length)];
    };
  }

  private String phone(int number, Country country, boolean abroad) {
    switch (country) {
      case JP -> {
        String n = String.valueOf(10_000_000L + numbers.unique(number, 89_999_999L));
        String written = (7 + number % 3) + "0-" + n.substring(0, 4) + "-" + n.substring(4);
        return (abroad ? "+81 " : "0") + written;
      }
      case KR -> {
        String n = String.format(Locale.ROOT, "%07d", numbers.unique(number, 9_999_991L));
        String written =
            "10-" + "2346789".charAt(number % 7) + n.substring(0, 3) + "-" + n.substring(3);
        return (abroad ? "+82 " : "0") + written;
      }
      case US -> {
        long n = numbers.unique(number, 640_000L * US_AREAS.length - 1);
        long exchange = n / 10_000 % 64;
        return String.format(
            Locale.ROOT,
            abroad ? "+1 %d-%d%d%d-%04d" : "(%d) %d%d%d-%04d",
            US_AREAS[(int) (n / 640_000)],
            2 + exchange / 8,
            2 + exchange % 8,
            number % 10,
            n % 10_000);
      }
      default -> {
        return "";
      }
    }
  }
}

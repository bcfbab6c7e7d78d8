package org.tidemark.evidence;

import java.util.List;

/**
 * The tables of {@link Facts}, laid out as primitive columns. Every table has a time first among
 * its longs, then the record number and the packed column (zone, one small code, success) first
 * among its ints, and after these the columns named here.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists are List.of
enum FactTable {
  LOGONS(
      List.of("session"),
      List.of(
          name("account", Dictionary.ACCOUNTS),
          name("from", Dictionary.ENDPOINTS),
          name("to", Dictionary.ENDPOINTS),
          name("agent", Dictionary.OBJECTS))),
  ACCESSES(
      List.of("session", "bytes"),
      List.of(
          name("host", Dictionary.ENDPOINTS),
          name("account", Dictionary.ACCOUNTS),
          name("from", Dictionary.ENDPOINTS),
          name("object", Dictionary.OBJECTS),
          name("agent", Dictionary.OBJECTS))),
  EXECUTIONS(
      List.of("session"),
      List.of(
          name("host", Dictionary.ENDPOINTS),
          name("account", Dictionary.ACCOUNTS),
          name("image", Dictionary.OBJECTS),
          name("hash", Dictionary.OBJECTS))),
  CHANGES(
      List.of("session"),
      List.of(
          name("host", Dictionary.ENDPOINTS),
          name("account", Dictionary.ACCOUNTS),
          name("target", Dictionary.ACCOUNTS),
          name("what", Dictionary.OBJECTS),
          name("issued", Dictionary.ACCOUNTS))),
  MARKS(
      List.of("session"),
      List.of(name("host", Dictionary.ENDPOINTS), name("account", Dictionary.ACCOUNTS))),
  FLOWS(
      List.of("ports", "bytes_out", "bytes_in", "duration"),
      List.of(
          name("host", Dictionary.ENDPOINTS),
          name("account", Dictionary.ACCOUNTS),
          name("from", Dictionary.ENDPOINTS),
          name("to", Dictionary.ENDPOINTS),
          name("image", Dictionary.OBJECTS))),
  BINDINGS(
      List.of("duration"),
      List.of(name("host", Dictionary.ENDPOINTS), name("address", Dictionary.ENDPOINTS))),
  ACCOUNT_NAMES(
      List.of("unused"),
      List.of(name("account", Dictionary.ACCOUNTS), name("other", Dictionary.ACCOUNTS)));

  /** Long column of the time, µs since 1970 UTC. */
  static final int AT = 0;

  /** Int column of the record number. */
  static final int RECORD = 0;

  /** Int column that packs zone, code and success. */
  static final int PACKED = 1;

  /** First int column that is a name. */
  static final int NAMES = 2;

  /** Which names a column's numbers stand for. */
  enum Dictionary {
    ENDPOINTS,
    ACCOUNTS,
    OBJECTS
  }

  /** A column of numbers of names. */
  record NameColumn(String label, Dictionary dictionary) {}

  private final List<String> longs;
  private final List<NameColumn> names;

  FactTable(List<String> longs, List<NameColumn> names) {
    this.longs = longs;
    this.names = names;
  }

  private static NameColumn name(String label, Dictionary dictionary) {
    return new NameColumn(label, dictionary);
  }

  /** Number of long columns, time included. */
  int longColumns() {
    return 1 + longs.size();
  }

  /** Number of int columns, record and packed included. */
  int intColumns() {
    return NAMES + names.size();
  }

  /** Dictionary of an int column from {@link #NAMES} on. */
  Dictionary dictionary(int intColumn) {
    return names.get(intColumn - NAMES).dictionary();
  }

  /** File name of a long column. */
  String longFile(int column) {
    return label() + "." + (column == AT ? "at" : longs.get(column - 1));
  }

  /** File name of an int column. */
  String intFile(int column) {
    return label() + "."
        + switch (column) {
          case RECORD -> "record";
          case PACKED -> "packed";
          default -> names.get(column - NAMES).label();
        };
  }

  /** File name of the column that holds the evidence file's number. */
  String fileFile() {
    return label() + ".file";
  }

  String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  static int pack(short zoneMinutes, int code, boolean succeeded) {
    return zoneMinutes << 16 | (code & 0xff) << 8 | (succeeded ? 1 : 0);
  }

  static short zone(int packed) {
    return (short) (packed >> 16);
  }

  static int code(int packed) {
    return packed >> 8 & 0xff;
  }

  static boolean succeeded(int packed) {
    return (packed & 1) != 0;
  }
}

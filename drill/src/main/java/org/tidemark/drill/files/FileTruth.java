package org.tidemark.drill.files;

import java.io.IOException;
import org.tidemark.drill.people.Person;

/** Told of every record of a person and every file, as they are written. */
public interface FileTruth {
  /**
   * One record of a person.
   *
   * @param member path inside the archive or mail; empty for the file itself
   * @param place where in it, as the result tables name places
   * @param country what the record says of the person's country
   * @param named whether more than a member number stands there
   */
  void record(
      FileSpec spec,
      String member,
      String place,
      Person person,
      CountryShown country,
      boolean named)
      throws IOException;

  /** A file or member is complete. */
  void file(FileSpec spec, String member, boolean readable, int persons) throws IOException;

  /** What a record says of a person's country. */
  enum CountryShown {
    STATED,
    BY_PHONE,
    NOT
  }
}

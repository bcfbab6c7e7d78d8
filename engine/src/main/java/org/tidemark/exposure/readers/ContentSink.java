package org.tidemark.exposure.readers;

import java.io.IOException;
import java.util.List;

/** Takes what a reader sees, in the order of the file. One thread. */
public interface ContentSink {
  /**
   * Rows up to the next table belong to one table, named by its part of the place ({@code
   * sheet:A}), or "".
   */
  void table(String place) throws IOException;

  /**
   * A row of cells.
   *
   * @param number from 1 in its table, header rows counted
   * @param cells the cells as written; empty text where a cell is empty
   */
  void row(long number, List<String> cells) throws IOException;

  /**
   * An object with named values, one record of a JSON file.
   *
   * @param place the object's place: {@code line:5}, {@code row:17}
   */
  void object(String place, List<NamedValue> values) throws IOException;

  /**
   * A line or paragraph of free text, or a piece of a very long one.
   *
   * @param place the line's place: {@code line:5}
   * @param byteBase where the piece begins in its line, in bytes of UTF-8
   */
  void line(String place, String text, long byteBase) throws IOException;

  /**
   * The n-th mailbox (from 1) of a mail header: {@code from}, {@code to}, {@code cc}, {@code
   * reply-to}.
   */
  void mailbox(String header, int number, String displayName, String address) throws IOException;

  /** A member of an archive or an attachment of a message. */
  void member(String name, Source source) throws IOException;

  /** A member that cannot be opened. */
  void unreadMember(String name, long bytes, String reason) throws IOException;

  /**
   * A value of an object.
   *
   * @param path keys joined by {@code .}, an array's index as a number
   * @param column the path with indexes left out: values of one column share a verdict
   * @param group path of the nearest list element among several that holds the value, or "": such
   *     elements speak of different people
   */
  record NamedValue(String path, String column, String group, String value) {}
}

package org.tidemark.drill.files;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;

/**
 * A file whose name on disk is written in Shift_JIS bytes, as old file servers and archives leave
 * them.
 */
public final class ShiftJisName {
  /** The name once decoded, below the share's folder. */
  public static final String NAME = "members/顧客名簿.csv";

  private ShiftJisName() {}

  /**
   * The file's path on disk. Java's own encoding of names would write UTF-8; a URI carries the
   * bytes as they are.
   *
   * @param folder the folder that the name stands in
   */
  static Path below(Path folder) {
    StringBuilder uri = new StringBuilder(folder.toUri().toString());
    if (uri.charAt(uri.length() - 1) != '/') {
      uri.append('/');
    }
    String last = NAME.substring(NAME.lastIndexOf('/') + 1);
    for (byte b : last.getBytes(Charset.forName("windows-31j"))) {
      uri.append(String.format(java.util.Locale.ROOT, "%%%02X", b & 0xff));
    }
    return Path.of(URI.create(uri.toString()));
  }
}

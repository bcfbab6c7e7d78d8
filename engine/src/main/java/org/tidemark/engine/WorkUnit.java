package org.tidemark.engine;

import java.io.Serializable;
import java.net.URI;
import java.nio.file.Path;

/**
 * A piece of work that one call of a {@link Step} does alone: a file, or a byte range of one.
 *
 * @param index position in the list of units, from 0; results are merged in this order
 * @param file the file's URI as {@link Path#toUri()} gave it: it keeps the bytes of names that are
 *     not UTF-8
 * @param from first byte of the range, from 0
 * @param to byte after the last one of the range; -1 = to the end of the file
 * @param content SHA-256 of the whole file in lower-case hex, or empty where it is not known yet
 * @param settings what the step must know of this unit beyond its bytes (format, zone, column
 *     kinds), in the step's own notation; part of the key under which a result is kept
 */
public record WorkUnit(int index, URI file, long from, long to, String content, String settings)
    implements Serializable {

  /** The file, opened by the same bytes that the directory walk gave. */
  public Path path() {
    return Path.of(file);
  }
}

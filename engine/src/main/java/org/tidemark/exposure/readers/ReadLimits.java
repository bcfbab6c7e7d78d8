package org.tidemark.exposure.readers;

import java.io.Serializable;

/**
 * How much of a file a reader takes, so that a hostile or damaged file costs that file alone. What
 * lies beyond a limit is counted as partly read with the limit's name as the reason.
 *
 * @param depth how deep members may nest: 4 = a member of a member of a member of a member of the
 *     file
 * @param members members of one file, nested ones counted
 * @param unpackedBytes bytes that all members of one file may unpack to
 * @param ratio unpacked bytes a packed byte, looked at beyond {@link #RATIO_FREE_BYTES}
 * @param memoryBytes bytes of one packed document or nested archive that may lie in memory
 * @param lineChars characters of one line that are looked at as one piece
 * @param cellChars characters of one cell that are kept
 * @param rowCells cells of one row that are kept
 * @param encodingBytes bytes that are looked at to find the encoding
 */
public record ReadLimits(
    int depth,
    int members,
    long unpackedBytes,
    int ratio,
    int memoryBytes,
    int lineChars,
    int cellChars,
    int rowCells,
    int encodingBytes)
    implements Serializable {

  /** An archive may unpack to this much whatever its ratio. */
  public static final long RATIO_FREE_BYTES = 16L << 20;

  /** The limits of an ordinary run. */
  public static final ReadLimits DEFAULT =
      new ReadLimits(4, 20_000, 2L << 30, 250, 64 << 20, 1 << 16, 1 << 16, 4096, 2 << 20);
}

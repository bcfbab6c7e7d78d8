package org.tidemark.evidence;

import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * Numbers of names by the very bytes that a log writes, so that a name is decoded and brought into
 * its canonical form once a unit and not once a record. A name may be of two parts (account and
 * domain). Open addressing, at most half full; no object a look-up. One thread at a time.
 */
public final class WrittenNames {
  /** Gives a name its number; called at first sight of its bytes. */
  @FunctionalInterface
  public interface Numbering {
    int number(FactSink sink, String name, String second);
  }

  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private final Charset charset;
  private final Numbering numbering;
  private int[] numbers = new int[512];
  private int[] starts = new int[512];
  private int[] lengths = new int[512];
  private int[] seconds = new int[512];
  private byte[] texts = new byte[1 << 13];
  private int used;
  private int size;

  public WrittenNames(Charset charset, Numbering numbering) {
    this.charset = charset;
    this.numbering = numbering;
    Arrays.fill(lengths, -1);
  }

  /** The number of {@code bytes[start, stop)}. */
  public int number(FactSink sink, byte[] bytes, int start, int stop) {
    return number(sink, bytes, start, stop, start, start);
  }

  /** The number of the name {@code bytes[start, stop)} with the second part beside it. */
  public int number(FactSink sink, byte[] bytes, int start, int stop, int start2, int stop2) {
    int slot = slot(bytes, start, stop, start2, stop2);
    if (lengths[slot] >= 0) {
      return numbers[slot];
    }
    if (size * 2 >= lengths.length) {
      grow();
      slot = slot(bytes, start, stop, start2, stop2);
    }
    int number = numbering.number(
        sink,
        new String(bytes, start, stop - start, charset),
        new String(bytes, start2, stop2 - start2, charset));
    numbers[slot] = number;
    starts[slot] = used;
    lengths[slot] = stop - start;
    seconds[slot] = stop2 - start2;
    keep(bytes, start, stop);
    keep(bytes, start2, stop2);
    size++;
    return number;
  }

  private void keep(byte[] bytes, int start, int stop) {
    int length = stop - start;
    if (used + length > texts.length) {
      texts = Arrays.copyOf(texts, Math.max(texts.length * 2, used + length));
    }
    System.arraycopy(bytes, start, texts, used, length);
    used += length;
  }

  private int slot(byte[] bytes, int start, int stop, int start2, int stop2) {
    long hash = hash(hash(FACTOR, bytes, start, stop), bytes, start2, stop2);
    int slot = (int) (hash >>> 32) & lengths.length - 1;
    while (lengths[slot] >= 0 && !same(slot, bytes, start, stop, start2, stop2)) {
      slot = slot + 1 & lengths.length - 1;
    }
    return slot;
  }

  private boolean same(int slot, byte[] bytes, int start, int stop, int start2, int stop2) {
    int length = stop - start;
    if (lengths[slot] != length || seconds[slot] != stop2 - start2) {
      return false;
    }
    int at = starts[slot];
    int middle = at + length;
    return Arrays.equals(texts, at, middle, bytes, start, stop)
        && Arrays.equals(texts, middle, middle + stop2 - start2, bytes, start2, stop2);
  }

  private static long hash(long seed, byte[] bytes, int start, int stop) {
    long hash = ByteSearch.mixed(seed, bytes, start, stop);
    return (hash ^ hash >>> 29) * FACTOR;
  }

  private void grow() {
    int[] oldNumbers = numbers;
    int[] oldStarts = starts;
    int[] oldLengths = lengths;
    int[] oldSeconds = seconds;
    int wider = oldLengths.length * 2;
    numbers = new int[wider];
    starts = new int[wider];
    lengths = new int[wider];
    seconds = new int[wider];
    Arrays.fill(lengths, -1);
    for (int i = 0; i < oldLengths.length; i++) {
      if (oldLengths[i] >= 0) {
        int middle = oldStarts[i] + oldLengths[i];
        int slot = slot(texts, oldStarts[i], middle, middle, middle + oldSeconds[i]);
        numbers[slot] = oldNumbers[i];
        starts[slot] = oldStarts[i];
        lengths[slot] = oldLengths[i];
        seconds[slot] = oldSeconds[i];
      }
    }
  }
}

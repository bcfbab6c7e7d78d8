package org.tidemark.evidence;

import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * Numbers of names by the very bytes that a log writes, so that a name is decoded and brought into
 * its canonical form once a unit and not once a record. A name may be of two parts (account and
 * domain). One thread at a time; no object a look-up.
 *
 * <p>Open addressing, at most half full. What costs is not arithmetic but memory that is far away,
 * so a slot holds the name itself, where it is short, beside its number: one look a name. A slot is
 * four longs: number and lengths; then up to 24 bytes of name, or, of a longer name, its place
 * among the long ones, its hash and its lengths.
 */
public final class WrittenNames {
  /** Gives a name its number; called at first sight of its bytes. */
  @FunctionalInterface
  public interface Numbering {
    int number(FactSink sink, String name, String second);
  }

  private static final int SLOT = 4;
  private static final int SHORT = 24;
  private static final int LONG_NAME = 0x4000_0001;
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private final Charset charset;
  private final Numbering numbering;
  private long[] slots = new long[SLOT << 9];
  private byte[] joined = new byte[256];
  private byte[] longNames = {};
  private int longUsed;
  private int size;

  public WrittenNames(Charset charset, Numbering numbering) {
    this.charset = charset;
    this.numbering = numbering;
  }

  /** The number of {@code bytes[start, stop)}. */
  public int number(FactSink sink, byte[] bytes, int start, int stop) {
    return number(sink, bytes, start, stop - start, 0);
  }

  /** The number of the name {@code bytes[start, stop)} with the second part beside it. */
  public int number(FactSink sink, byte[] bytes, int start, int stop, int start2, int stop2) {
    int length = stop - start;
    int second = stop2 - start2;
    if (second == 0) {
      return number(sink, bytes, start, length, 0);
    }
    if (joined.length < length + second) {
      joined = new byte[length + second];
    }
    System.arraycopy(bytes, start, joined, 0, length);
    System.arraycopy(bytes, start2, joined, length, second);
    return number(sink, joined, 0, length, second);
  }

  private int number(FactSink sink, byte[] bytes, int start, int length, int second) {
    int all = length + second;
    if (all > SHORT) {
      return longNumber(sink, bytes, start, length, second);
    }
    int lengths = 1 | length << 1 | second << 8;
    long one = ByteSearch.word(bytes, start, all);
    long two = all > 8 ? ByteSearch.word(bytes, start + 8, all - 8) : 0;
    long three = all > 16 ? ByteSearch.word(bytes, start + 16, all - 16) : 0;
    int at = home(hash(lengths, one, two, three));
    while (slots[at] != 0) {
      if ((int) slots[at] == lengths
          && slots[at + 1] == one
          && slots[at + 2] == two
          && slots[at + 3] == three) {
        return (int) (slots[at] >>> 32);
      }
      at = after(at);
    }
    return put(sink, bytes, start, length, second, lengths, one, two, three);
  }

  private int longNumber(FactSink sink, byte[] bytes, int start, int length, int second) {
    int all = length + second;
    long hash = ByteSearch.mixed(FACTOR, bytes, start, start + all);
    long lengths = (long) length << 32 | second;
    int at = home(hash(LONG_NAME, hash, lengths, 0));
    while (slots[at] != 0) {
      int kept = (int) slots[at + 1];
      if ((int) slots[at] == LONG_NAME
          && slots[at + 2] == hash
          && slots[at + 3] == lengths
          && Arrays.equals(longNames, kept, kept + all, bytes, start, start + all)) {
        return (int) (slots[at] >>> 32);
      }
      at = after(at);
    }
    if (longUsed + all > longNames.length) {
      longNames = Arrays.copyOf(longNames, Math.max(longNames.length * 2, longUsed + all));
    }
    System.arraycopy(bytes, start, longNames, longUsed, all);
    longUsed += all;
    return put(sink, bytes, start, length, second, LONG_NAME, longUsed - all, hash, lengths);
  }

  private int put(
      FactSink sink,
      byte[] bytes,
      int start,
      int length,
      int second,
      int kind,
      long one,
      long two,
      long three) {
    int number = numbering.number(
        sink,
        new String(bytes, start, length, charset),
        new String(bytes, start + length, second, charset));
    if (++size * 2 * SLOT > slots.length) {
      grow();
    }
    place(slots, (long) number << 32 | kind, one, two, three);
    return number;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    for (int at = 0; at < old.length; at += SLOT) {
      if (old[at] != 0) {
        place(slots, old[at], old[at + 1], old[at + 2], old[at + 3]);
      }
    }
  }

  private void place(long[] slots, long head, long one, long two, long three) {
    int kind = (int) head;
    int at = home(kind == LONG_NAME ? hash(kind, two, three, 0) : hash(kind, one, two, three));
    while (slots[at] != 0) {
      at = after(at);
    }
    slots[at] = head;
    slots[at + 1] = one;
    slots[at + 2] = two;
    slots[at + 3] = three;
  }

  private int home(long hash) {
    return ((int) (hash >>> 32) & slots.length / SLOT - 1) * SLOT;
  }

  private int after(int at) {
    return at + SLOT & slots.length - 1;
  }

  private static long hash(int kind, long one, long two, long three) {
    long hash = (one ^ kind) * FACTOR;
    hash = (hash ^ hash >>> 32 ^ two) * FACTOR;
    hash = (hash ^ hash >>> 32 ^ three) * FACTOR;
    return hash ^ hash >>> 29;
  }
}

package org.tidemark.evidence;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds bytes in an array, eight at a step: most bytes of a log are only passed over. Safe from any
 * thread.
 *
 * <p>A byte of {@code x} is zero where {@code (x - 0x01…01) & ~x & 0x80…80} has its high bit set;
 * a borrow can only set bits above the first zero byte, which is the one asked for.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Hacker%27s_Delight">H. S. Warren, Hacker's Delight,
 *     6-1</a>
 */
public final class ByteSearch {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long LOW_BITS = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
  private static final long MIX = 0xD6E8_FEB8_6659_FD93L;

  private ByteSearch() {}

  /** Index of the first {@code wanted} in {@code bytes[from, to)}; {@code to} or above = none. */
  static int find(byte[] bytes, int from, int to, char wanted) {
    return findEither(bytes, from, to, wanted, wanted);
  }

  /** Index of the first byte that is one of the two ASCII characters. */
  static int findEither(byte[] bytes, int from, int to, char one, char other) {
    long ones = LOW_BITS * one;
    long others = LOW_BITS * other;
    int i = from;
    for (; i <= to - Long.BYTES; i += Long.BYTES) {
      long eight = (long) EIGHT.get(bytes, i);
      long hits = zeros(eight ^ ones) | zeros(eight ^ others);
      if (hits != 0) {
        return i + Long.numberOfTrailingZeros(hits) / Byte.SIZE;
      }
    }
    while (i < to && bytes[i] != one && bytes[i] != other) {
      i++;
    }
    return i;
  }

  /** The first eight bytes of a text of {@code length} bytes, little-endian; noughts behind it. */
  static long word(byte[] bytes, int from, int length) {
    if (length >= Long.BYTES) {
      return (long) EIGHT.get(bytes, from);
    }
    if (from <= bytes.length - Long.BYTES) {
      return (long) EIGHT.get(bytes, from) & (1L << length * Byte.SIZE) - 1;
    }
    long word = 0;
    for (int i = length - 1; i >= 0; i--) {
      word = word << Byte.SIZE | bytes[from + i] & 0xff;
    }
    return word;
  }

  /**
   * Which of the eight bytes from {@code from} on are one of the two ASCII characters: bit 8 n + 7
   * for the n-th.
   */
  public static long eitherOfEight(byte[] bytes, int from, char one, char other) {
    long eight = (long) EIGHT.get(bytes, from);
    return allZeros(eight ^ LOW_BITS * one) | allZeros(eight ^ LOW_BITS * other);
  }

  /** The high bit of every byte that is zero, and no other: no borrow from byte to byte. */
  private static long allZeros(long x) {
    return ~((x & ~HIGH_BITS) + ~HIGH_BITS | x | ~HIGH_BITS);
  }

  /** A number that depends on every byte of {@code bytes[from, to)} and on the seed. */
  static long mixed(long seed, byte[] bytes, int from, int to) {
    long mixed = seed ^ to - from;
    int i = from;
    for (; i <= to - Long.BYTES; i += Long.BYTES) {
      mixed = (mixed ^ (long) EIGHT.get(bytes, i)) * MIX;
      mixed ^= mixed >>> 32;
    }
    long rest = 0;
    for (; i < to; i++) {
      rest = rest << Byte.SIZE | bytes[i] & 0xff;
    }
    return (mixed ^ rest) * MIX;
  }

  private static long zeros(long x) {
    return (x - LOW_BITS) & ~x & HIGH_BITS;
  }
}

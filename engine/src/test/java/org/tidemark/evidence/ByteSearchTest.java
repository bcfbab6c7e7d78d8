package org.tidemark.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteSearchTest {
  /** Neighbours of the wanted bytes, and those that a borrow could reach. */
  private static final byte[] BYTES = {
    '"', '"' + 1, '"' - 1, '\\', '\\' + 1, '\n', '\n' + 1, 0, 1, -1, -128, 'a', 'b', 'c', 'd', 'e'
  };

  /** Rounds that hold few wanted bytes draw from here on. */
  private static final int FIRST_PLAIN = 6;

  @Test
  void findsTheByteThatALoopWouldFind() {
    Random random = new Random(11);
    byte[] bytes = new byte[48];
    for (int round = 0; round < 20_000; round++) {
      int plain = round % 8 == 0 ? 0 : FIRST_PLAIN;
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = BYTES[plain + random.nextInt(BYTES.length - plain)];
      }
      bytes[random.nextInt(bytes.length)] = BYTES[random.nextInt(BYTES.length)];
      int from = random.nextInt(bytes.length);
      int to = from + random.nextInt(bytes.length - from + 1);
      String where = "seed 11, round " + round;
      assertEquals(
          loop(bytes, from, to, '"', '\\'),
          ByteSearch.findEither(bytes, from, to, '"', '\\'),
          where);
      assertEquals(
          loop(bytes, from, to, '\n', '\n'), ByteSearch.find(bytes, from, to, '\n'), where);
    }
  }

  @Test
  void anEmptyRangeHoldsNothing() {
    byte[] quotes = "\"\"\"\"\"\"\"\"\"\"".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    assertEquals(4, ByteSearch.find(quotes, 4, 4, '"'));
    assertEquals(5, ByteSearch.find(quotes, 5, 4, '"'));
  }

  private static int loop(byte[] bytes, int from, int to, char one, char other) {
    int i = from;
    while (i < to && bytes[i] != one && bytes[i] != other) {
      i++;
    }
    return i;
  }
}

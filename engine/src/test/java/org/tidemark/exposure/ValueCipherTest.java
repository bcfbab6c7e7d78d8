package org.tidemark.exposure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ValueCipherTest {
  private final ValueCipher cipher = new ValueCipher(keyOf(1));

  @Test
  void whatWasHiddenOpensAgain() {
    byte[] hidden = cipher.encrypt("value", "name", "山田 花子");
    assertEquals("山田 花子", cipher.decrypt("value", "name", hidden));
  }

  @Test
  void equalValuesOfOneKindStayJoinable() {
    assertArrayEquals(
        cipher.encrypt("match", "email", "a@b.example"),
        new ValueCipher(keyOf(1)).encrypt("match", "email", "a@b.example"));
  }

  @Test
  void anotherKindColumnOrKeyGivesOtherBytes() {
    byte[] hidden = cipher.encrypt("match", "email", "x");
    assertFalse(Arrays.equals(hidden, cipher.encrypt("match", "name", "x")));
    assertFalse(Arrays.equals(hidden, cipher.encrypt("value", "email", "x")));
    assertFalse(Arrays.equals(hidden, new ValueCipher(keyOf(2)).encrypt("match", "email", "x")));
  }

  @Test
  void theWrongKeyIsSaidSoAndNamesNoValue() {
    byte[] hidden = cipher.encrypt("match", "email", "seeded@b.example");
    RuntimeException e = assertThrows(
        ValueCipher.WrongKeyException.class,
        () -> new ValueCipher(keyOf(2)).decrypt("match", "email", hidden));
    assertEquals(
        "a value of kind email in column match does not open with this case's key. Give the key"
            + " that the results were made with (TIDEMARK_KEY_FILE), or scan again.",
        e.getMessage());
  }

  @Test
  void itTravelsToAWorkerAndPrintsNothing() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(cipher);
    }
    ValueCipher there = (ValueCipher)
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    assertArrayEquals(cipher.encrypt("match", "age", "7"), there.encrypt("match", "age", "7"));
    assertEquals("<cipher>", cipher.toString());
  }

  @Test
  void aShortKeyIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new ValueCipher(new byte[32]));
  }

  private static byte[] keyOf(int fill) {
    byte[] key = new byte[ValueCipher.KEY_BYTES];
    Arrays.fill(key, (byte) fill);
    return key;
  }
}

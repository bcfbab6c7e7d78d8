package org.tidemark.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ContentIdTest {
  // Expected values come from Python's hashlib and base64.
  @Test
  void anIdIsTheHeadOfTheBase32OfTheHash() {
    assertEquals("Fltwlnk7y4624nujt", ContentId.of('F', "a/b", ""));
    assertEquals("Pmzzy3k73yp5yoxii", ContentId.of('P', "名前"));
  }

  @Test
  void partsDoNotRunIntoEachOther() {
    assertNotEquals(ContentId.of('F', "ab", "c"), ContentId.of('F', "a", "bc"));
    assertNotEquals(ContentId.of('F', "ab"), ContentId.of('F', "ab", ""));
  }

  @Test
  void anIdHasOneLetterAndSixteenCharacters() {
    for (int i = 0; i < 200; i++) {
      String id = ContentId.of('H', "part" + i);
      assertTrue(id.matches("H[a-z2-7]{16}"), id);
    }
  }
}

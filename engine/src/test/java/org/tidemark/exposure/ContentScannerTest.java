package org.tidemark.exposure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ContentScannerTest {
  @Test
  void aRowOfATableIsARecordWithItsColumns() {
    check(
        "a.csv", "no,email,note\n1,Ann@Example.com,\n2,bob@example.org,ask cy@example.net\n", """
        csv US-ASCII read
        [row:2] email
          row:2/col:2 email=ann@example.com (column-header)
        [row:3/col:3/byte:4-18] email
          row:3/col:3/byte:4-18 email=cy@example.net (email-syntax)
        [row:3] email
          row:3/col:2 email=bob@example.org (column-header)""");
  }

  @Test
  void aColumnWithoutHeaderIsJudgedByItsValues() {
    check("a.csv", "1,a@example.com\n2,b@example.com\n3,c@example.com\n", """
        csv US-ASCII read
        [row:1] email
          row:1/col:2 email=a@example.com (column-values)
        [row:2] email
          row:2/col:2 email=b@example.com (column-values)
        [row:3] email
          row:3/col:2 email=c@example.com (column-values)""");
  }

  @Test
  void theManagersAddressIsNotTheRowsAddress() {
    check("a.csv", "email,manager_email\na@example.com,boss@example.com\n", """
        csv US-ASCII read
        [row:2/col:2] email
          row:2/col:2 email=boss@example.com (column-header)
        [row:2] email
          row:2/col:1 email=a@example.com (column-header)""");
  }

  @Test
  void eachAddressInATextIsARecordOfItsOwn() {
    check("a.txt", "see\n連絡は a@example.com か b@example.com へ\n", """
        text UTF-8 read
        [line:2/byte:10-23] email
          line:2/byte:10-23 email=a@example.com (email-syntax)
        [line:2/byte:28-41] email
          line:2/byte:28-41 email=b@example.com (email-syntax)""");
  }

  @Test
  void anEmptyFileIsReadWithNoBytes() {
    check("a.csv", "", "empty US-ASCII read");
  }

  @Test
  void zerosNamedJsonAreUnreadAsBinary() {
    check("a.json", "\0\1\2\3\0\0\5", "binary unread binary");
  }

  private static void check(String name, String content, String expected) {
    assertEquals(expected, Scanned.text(name, content));
  }
}

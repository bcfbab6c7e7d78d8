package org.tidemark.exposure.identifiers;

import org.junit.jupiter.api.Test;

class InternalIdTest {
  private static final Identifier KIND = new InternalId();

  @Test
  void idsStayAsWritten() {
    Table.matches(KIND, "U00123", "U00123", "００１２３", "00123", "a1b2-c3", "a1b2-c3");
  }

  @Test
  void wordsAreNoIds() {
    Table.matches(KIND, "yes", "", "a b", "", "1", "", "山田", "");
  }

  @Test
  void itsHeader() {
    Table.announced(KIND, "user_id", "会員番号", "회원번호", "社員番号", "memberId", "uid");
  }

  @Test
  void otherIdsAreNotAnnounced() {
    Table.notAnnounced(KIND, "id", "order_id", "session id", "valid", "商品番号");
  }
}

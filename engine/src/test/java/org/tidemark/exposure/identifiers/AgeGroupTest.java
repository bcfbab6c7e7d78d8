package org.tidemark.exposure.identifiers;

import org.junit.jupiter.api.Test;

class AgeGroupTest {
  private static final Identifier KIND = new AgeGroup();

  @Test
  void rangesHaveOneForm() {
    Table.matches(
        KIND, "20代", "20-29", "20대", "20-29", "20-29", "20-29", "20～29歳", "20-29", "40s", "40-49",
        "60歳以上", "60-", "65+", "65-", "20歳未満", "-19", "30代前半", "30-39");
  }

  @Test
  void aSingleAgeIsNoRange() {
    Table.matches(KIND, "37", "", "1985", "", "2020-2021", "");
  }

  @Test
  void itsHeader() {
    Table.announced(KIND, "age_group", "年代", "年齢層", "연령대", "Age Range");
  }
}

package org.tidemark.drill.people;

/** Where people live, and how files write it. */
public enum Country {
  JP("日本", "일본", "Japan"),
  KR("韓国", "한국", "South Korea"),
  US("アメリカ", "미국", "United States"),
  TW("台湾", "대만", "Taiwan"),
  TH("タイ", "태국", "Thailand");

  private final String japanese;
  private final String korean;
  private final String english;

  Country(String japanese, String korean, String english) {
    this.japanese = japanese;
    this.korean = korean;
    this.english = english;
  }

  public String in(Language language) {
    return switch (language) {
      case JAPANESE -> japanese;
      case KOREAN -> korean;
      case ENGLISH -> english;
    };
  }
}

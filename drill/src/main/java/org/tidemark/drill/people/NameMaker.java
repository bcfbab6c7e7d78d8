package org.tidemark.drill.people;

import org.tidemark.drill.world.Chance;

/** Makes invented names: each part in its own script and in Latin letters. */
final class NameMaker {
  private static final String[] JAPANESE_FAMILY = {
    "佐藤 Sato", "鈴木 Suzuki", "高橋 Takahashi", "田中 Tanaka", "伊藤 Ito", "渡辺 Watanabe",
    "山本 Yamamoto", "中村 Nakamura", "小林 Kobayashi", "加藤 Kato", "吉田 Yoshida", "山田 Yamada",
    "松本 Matsumoto", "井上 Inoue", "木村 Kimura", "清水 Shimizu", "山口 Yamaguchi", "森 Mori",
    "池田 Ikeda", "橋本 Hashimoto", "石川 Ishikawa", "前田 Maeda", "藤田 Fujita", "後藤 Goto",
    "岡田 Okada", "長谷川 Hasegawa", "村上 Murakami", "近藤 Kondo", "石井 Ishii", "坂本 Sakamoto"
  };
  private static final String[] JAPANESE_GIVEN = {
    "太郎 Taro",
    "健一 Kenichi",
    "大輔 Daisuke",
    "翔太 Shota",
    "直樹 Naoki",
    "拓也 Takuya",
    "誠 Makoto",
    "浩 Hiroshi",
    "和也 Kazuya",
    "悠真 Yuma",
    "花子 Hanako",
    "美咲 Misaki",
    "陽菜 Hina",
    "結衣 Yui",
    "恵子 Keiko",
    "由美 Yumi",
    "真由美 Mayumi",
    "愛 Ai",
    "千夏 Chinatsu",
    "さくら Sakura"
  };
  private static final String[] KOREAN_FAMILY = {
    "김 Kim", "이 Lee", "박 Park", "최 Choi", "정 Jung", "강 Kang", "조 Cho", "윤 Yoon", "장 Jang", "임 Lim",
    "한 Han", "오 Oh", "서 Seo", "신 Shin", "권 Kwon", "황 Hwang"
  };
  private static final String[] KOREAN_GIVEN = {
    "민준 Minjun",
    "서준 Seojun",
    "도윤 Doyun",
    "지훈 Jihun",
    "현우 Hyunwoo",
    "준호 Junho",
    "동현 Donghyun",
    "성민 Sungmin",
    "영수 Youngsoo",
    "상훈 Sanghoon",
    "서연 Seoyeon",
    "지우 Jiwoo",
    "민서 Minseo",
    "수빈 Subin",
    "지은 Jieun",
    "은정 Eunjung",
    "미영 Miyoung",
    "혜진 Hyejin",
    "유나 Yuna",
    "하은 Haeun"
  };
  private static final String[] OTHER_FAMILY = {
    "Miller", "Wilson", "Taylor", "Clark", "Walker", "Baker", "Cooper", "Turner", "Morgan",
    "Bennett", "Chen", "Lin", "Huang", "Wattana", "Somchai", "Hughes"
  };
  private static final String[] OTHER_GIVEN = {
    "James", "Robert", "Michael", "David", "Daniel", "Thomas", "Peter", "Oliver", "Henry", "Jack",
    "Mary", "Linda", "Susan", "Karen", "Laura", "Emma", "Grace", "Alice", "Helen", "Sarah"
  };

  private NameMaker() {}

  /** Family and given name: native script, and Latin letters. */
  record Name(String nativeName, String family, String given) {}

  static Name make(Country country, boolean woman, Chance chance) {
    String[] families = families(country);
    String[] givens = givens(country);
    int half = givens.length / 2;
    String family = families[chance.below(families.length)];
    String given = givens[chance.below(half) + (woman ? half : 0)];
    if (country != Country.JP && country != Country.KR) {
      return new Name(given + " " + family, family, given);
    }
    String joint = country == Country.JP ? " " : "";
    return new Name(own(family) + joint + own(given), latin(family), latin(given));
  }

  private static String own(String both) {
    return both.substring(0, both.indexOf(' '));
  }

  private static String latin(String both) {
    return both.substring(both.indexOf(' ') + 1);
  }

  private static String[] families(Country country) {
    return switch (country) {
      case JP -> JAPANESE_FAMILY;
      case KR -> KOREAN_FAMILY;
      case US, TW, TH -> OTHER_FAMILY;
    };
  }

  private static String[] givens(Country country) {
    return switch (country) {
      case JP -> JAPANESE_GIVEN;
      case KR -> KOREAN_GIVEN;
      case US, TW, TH -> OTHER_GIVEN;
    };
  }
}

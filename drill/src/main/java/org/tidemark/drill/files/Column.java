package org.tidemark.drill.files;

import org.tidemark.drill.people.Language;

/** A column of a table of people, and how its header reads. */
enum Column {
  MEMBER_ID("会員番号", "회원번호", "member_id"),
  USER_ID("user_id", "user_id", "user_id"),
  NAME("氏名", "이름", "name"),
  EMAIL("メールアドレス", "이메일", "email"),
  SECOND_EMAIL("mail2", "mail2", "mail2"),
  PHONE("電話番号", "전화번호", "phone"),
  COUNTRY("国", "국가", "country"),
  BIRTH("生年月日", "생년월일", "birth_date"),
  GENDER("性別", "성별", "gender"),
  AGE("年齢", "나이", "age"),
  AGE_GROUP("年代", "연령대", "age_group"),
  CARD("カード番号", "카드번호", "card_number"),
  MY_NUMBER("個人番号", "개인번호", "my_number"),
  MEMO("備考", "비고", "memo"),
  SERVICE("service", "service", "service"),
  LAST_USED("last_used", "last_used", "last_used"),
  TIMES("times", "times", "times");

  private final String japanese;
  private final String korean;
  private final String english;

  Column(String japanese, String korean, String english) {
    this.japanese = japanese;
    this.korean = korean;
    this.english = english;
  }

  String header(Language language) {
    return switch (language) {
      case JAPANESE -> japanese;
      case KOREAN -> korean;
      case ENGLISH -> english;
    };
  }
}

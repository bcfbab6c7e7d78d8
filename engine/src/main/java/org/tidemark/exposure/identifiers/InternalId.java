package org.tidemark.exposure.identifiers;

import java.text.Normalizer;
import java.util.Optional;

/**
 * An identifier by which an organisation knows a person: member number, user id, employee number.
 * It is personal data once somebody can resolve it. Only named columns and columns given by hand
 * hold it; its namespace comes from the directory or from hand. Normal form: as written, width
 * folded; case counts, since some systems count it.
 */
public final class InternalId implements Identifier {
  private static final int CHARS_MIN = 2;
  private static final int CHARS_MAX = 64;
  private static final int FEW = 20;
  private static final int SEVERAL = 10;
  private static final String SIGNS = "-_.:@#/|";

  private static final HeaderWords WORDS = HeaderWords.whole(
          "uid", "uuid", "guid", "mid", "사번", "id number")
      .last(
          "user id",
          "userid",
          "user no",
          "user number",
          "member id",
          "memberid",
          "member no",
          "member number",
          "membership number",
          "customer id",
          "customerid",
          "customer no",
          "customer number",
          "account id",
          "accountid",
          "employee id",
          "employeeid",
          "employee no",
          "employee number",
          "staff id",
          "staff no",
          "client id",
          "subscriber id",
          "profile id",
          "partner id",
          "contact id",
          "person id",
          "internal id",
          "会員番号",
          "会員id",
          "会員コード",
          "会員no",
          "顧客番号",
          "顧客id",
          "顧客コード",
          "お客様番号",
          "社員番号",
          "社員id",
          "社員コード",
          "従業員番号",
          "職員番号",
          "ユーザーid",
          "ユーザid",
          "ユーザー番号",
          "利用者番号",
          "利用者id",
          "회원번호",
          "회원id",
          "회원 번호",
          "회원아이디",
          "고객번호",
          "고객id",
          "사원번호",
          "직원번호",
          "사용자id",
          "사용자번호",
          "사용자아이디",
          "이용자번호",
          "파트너id");

  @Override
  public String kind() {
    return "internal-id";
  }

  @Override
  public Category category() {
    return Category.INTERNAL;
  }

  @Override
  public HeaderWords words() {
    return WORDS;
  }

  @Override
  public boolean key() {
    return true;
  }

  @Override
  public int sharePerMilleWithHeader() {
    return 900;
  }

  @Override
  public boolean acceptsColumn(long filled, int distinct) {
    return filled < FEW || distinct >= SEVERAL || distinct * 2L >= filled;
  }

  @Override
  public Optional<String> match(String value, Hints hints) {
    String text = Normalizer.normalize(value.strip(), Normalizer.Form.NFKC);
    if (text.length() < CHARS_MIN || text.length() > CHARS_MAX) {
      return Optional.empty();
    }
    boolean digit = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      digit |= c >= '0' && c <= '9';
      boolean plain = c < 0x80 && Character.isLetterOrDigit(c);
      if (!plain && SIGNS.indexOf(c) < 0) {
        return Optional.empty();
      }
    }
    return digit || text.length() >= 6 ? Optional.of(text) : Optional.empty();
  }
}

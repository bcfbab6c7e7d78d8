package org.tidemark.exposure.readers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncodingTest {
  private static final List<String> JAPANESE = List.of(
      "氏名\n",
      "山田太郎",
      "佐藤,花子",
      "名前,メール\n",
      "東京都新宿区",
      "結愛",
      "お客様番号",
      "髙橋",
      "ﾔﾏﾀﾞ ﾀﾛｳ\n",
      "性別,男性",
      "鈴木 一郎 様",
      "id,name\n1,田中\n",
      "高野",
      "渡辺 恵,03-1234-5678",
      "カタカナ",
      "森");
  private static final List<String> KOREAN = List.of(
      "이름\n",
      "김철수",
      "박영희,서울",
      "이름,전화번호\n",
      "대한민국",
      "회원번호",
      "id,name\n1,이민호\n",
      "최지우",
      "남성",
      "정수빈 고객님",
      "부산광역시 해운대구",
      "홍길동");
  private static final List<String> WESTERN = List.of(
      "José García",
      "Müller,Jörg\n",
      "café",
      "Zoë",
      "Ångström",
      "don’t",
      "price € 5",
      "Ñandú\n",
      "François Lefèvre,Paris");

  @Test
  void shortJapaneseTextsAreToldInTheirEncodings() {
    check(JAPANESE, "windows-31j", "EUC-JP", "ISO-2022-JP", "UTF-8");
  }

  @Test
  void shortKoreanTextsAreToldInTheirEncodings() {
    check(KOREAN, "x-windows-949", "UTF-8");
  }

  @Test
  void westernTextsAreNotTakenForAsianOnes() {
    check(WESTERN, "windows-1252", "UTF-8");
  }

  @Test
  void utf16IsToldWithAndWithoutItsMark() {
    List<String> texts = List.of("name,mail\n", "氏名,メール\n山田,a@example.jp\n", "이름,b\n");
    check(texts, "UTF-16LE", "UTF-16BE");
    assertEquals("UTF-16LE", told("\uFEFF氏名".getBytes(StandardCharsets.UTF_16LE)));
    assertEquals("UTF-16BE", told("\uFEFF氏名".getBytes(StandardCharsets.UTF_16BE)));
  }

  @Test
  void aNameBehindAMegabyteOfAsciiCounts() {
    String text = "id,name,mail\n" + "1,Smith,smith@example.com\n".repeat(50_000) + "2,山田\n";
    for (String charset : List.of("windows-31j", "EUC-JP", "UTF-8")) {
      byte[] bytes = text.getBytes(Charset.forName(charset));
      assertEquals(charset, told(bytes, 1 << 16));
    }
  }

  @Test
  void aFewBrokenBytesLeaveUtf8WhatItIs() {
    byte[] bytes = "山田太郎さんは東京にいます。佐藤花子さんは大阪。".repeat(3).getBytes(StandardCharsets.UTF_8);
    bytes[4] = (byte) 0xFF;
    Encoding.Verdict verdict = Encoding.detect(bytes);
    assertEquals("UTF-8 false", verdict.charset() + " " + verdict.whole());
  }

  @Test
  void bytesWithoutMeaningAreBinary() {
    byte[] bytes = new byte[4096];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31 + (i >> 3) * 7);
    }
    assertEquals("binary", told(bytes));
  }

  private static void check(List<String> texts, String... charsets) {
    List<String> wrong = new ArrayList<>();
    for (String charset : charsets) {
      for (String text : texts) {
        byte[] bytes = text.getBytes(Charset.forName(charset));
        if (text.equals(new String(bytes, Charset.forName(charset)))) {
          String told = told(bytes);
          if (!told.equals(charset)) {
            wrong.add(text.strip() + " in " + charset + " told as " + told);
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static String told(byte[] bytes) {
    return told(bytes, 1 << 20);
  }

  private static String told(byte[] bytes, int budget) {
    try {
      Encoding.Verdict verdict = Encoding.detect(new java.io.ByteArrayInputStream(bytes), budget);
      return verdict.binary() ? "binary" : verdict.charset().name();
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }
}

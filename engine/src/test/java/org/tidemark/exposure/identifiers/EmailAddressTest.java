package org.tidemark.exposure.identifiers;

import org.junit.jupiter.api.Test;

class EmailAddressTest {
  private static final Identifier KIND = new EmailAddress();

  @Test
  void anAddressIsFoldedToLowerCaseAndAscii() {
    Table.matches(
        KIND,
        "Ann.Lee@Example.COM",
        "ann.lee@example.com",
        "ａｎｎ＠ｅｘａｍｐｌｅ．ｃｏｍ",
        "ann@example.com",
        "taro@例え.jp",
        "taro@xn--r8jz45g.jp",
        "<a+b@mail.example.co.kr>",
        "a+b@mail.example.co.kr",
        "mailto:x@example.org",
        "x@example.org");
  }

  @Test
  void whatHasNoHostIsNoAddress() {
    Table.matches(
        KIND,
        "ann@localhost",
        "",
        "ann@@example.com",
        "",
        "@example.com",
        "",
        "icon@2x.png",
        "",
        "a b@example.com",
        "",
        "ann@example.c1",
        "",
        "ann@-x.com",
        "",
        ".a@example.com",
        "");
  }

  @Test
  void addressesAreFoundBetweenIdeographs() {
    Table.finds(
        KIND,
        "連絡はann@example.comまで",
        "ann@example.com",
        "<bob@example.org>, cy@example.net.",
        "bob@example.org|cy@example.net",
        "no at sign",
        "",
        "git@host:path",
        "");
  }

  @Test
  void itsHeaderIsTheLastWord() {
    Table.announced(
        KIND,
        "Email",
        "customer_email",
        "E-mail Address",
        "メールアドレス",
        "ご連絡先メールアドレス",
        "이메일",
        "mail2",
        "EmailAddress",
        "Ｅメール");
  }

  @Test
  void aFlagAboutAnAddressIsNoAddress() {
    Table.notAnnounced(
        KIND, "email_verified", "email count", "mailbox", "メール配信可否", "emailed_at", "chainmail");
  }
}

package org.tidemark.evidence;

import java.util.Locale;

/**
 * How accounts are named: {@code domain\name} in lower case, the domain by its first label; {@code
 * name} where no domain is known.
 */
public final class AccountName {
  private static final int MAX_LENGTH = 512;

  /** What Windows writes as the domain of accounts that are named by a mail address. */
  private static final String MAIL_NAMES = "microsoftaccount";

  private AccountName() {}

  /** The account's name from the two fields that Windows logs; empty where there is none. */
  public static String of(String name, String domain) {
    String account = name.strip().toLowerCase(Locale.ROOT);
    String authority = domain.strip().toLowerCase(Locale.ROOT);
    if (account.isEmpty() || account.equals("-") || account.length() > MAX_LENGTH) {
      return "";
    }
    int slash = account.indexOf('\\');
    if (slash >= 0) {
      authority = account.substring(0, slash);
      account = account.substring(slash + 1);
    }
    int at = account.indexOf('@');
    if (at > 0 && !authority.equals(MAIL_NAMES)) {
      authority =
          authority.isEmpty() || authority.equals("-") ? account.substring(at + 1) : authority;
      account = account.substring(0, at);
    }
    if (authority.isEmpty()
        || authority.equals("-")
        || authority.equals(".")
        || authority.length() > MAX_LENGTH) {
      return account;
    }
    int dot = authority.indexOf('.');
    return (dot > 0 ? authority.substring(0, dot) : authority) + "\\" + account;
  }

  /** The account's name as one text: {@code DOMAIN\name}, {@code name@domain} or {@code name}. */
  public static String of(String written) {
    return of(written, "");
  }
}

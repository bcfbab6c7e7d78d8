package org.tidemark.casefile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * An id that stems from content, never from counting (CONTRACT.md section 4): a letter and the
 * first 16 characters of the base-32 form (RFC 4648, lower case) of SHA-256 over length-prefixed
 * parts.
 *
 * <p>80 bits: with 520,000 people the chance of any two ids meeting is below 1 in 10^12.
 */
public final class ContentId {
  private static final char[] ALPHABET = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
  private static final int CHARACTERS = 16;

  private ContentId() {}

  /**
   * The id of a thing.
   *
   * @param kind letter that says what the thing is: F file, R record, H hop, O object, P person …
   * @param parts what names it, in the order of the contract; each is hashed behind the length of
   *     its UTF-8 bytes (4 bytes, big-endian), so that ("ab", "c") and ("a", "bc") differ
   */
  public static String of(char kind, String... parts) {
    MessageDigest digest = sha256();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
      digest.update(bytes);
    }
    return kind + base32(digest.digest());
  }

  private static String base32(byte[] hash) {
    StringBuilder text = new StringBuilder(CHARACTERS);
    for (int i = 0; i < CHARACTERS; i++) {
      int bit = i * 5;
      int pair = (hash[bit / 8] & 0xff) << 8 | (hash[bit / 8 + 1] & 0xff);
      text.append(ALPHABET[pair >> (11 - bit % 8) & 31]);
    }
    return text.toString();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256: every Java platform must have it", e);
    }
  }
}

package org.tidemark.evidence.formats;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Numbers for sessions that logs name by texts: the first 64 bits of SHA-256, never 0. */
public final class SessionNumber {
  private final MessageDigest digest;

  public SessionNumber() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
    }
  }

  /** The number of a session that these texts name together. */
  public long of(String... parts) {
    for (String part : parts) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    long number = ByteBuffer.wrap(digest.digest()).getLong();
    return number == 0 ? 1 : number;
  }
}

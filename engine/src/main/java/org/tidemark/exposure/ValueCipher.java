package org.tidemark.exposure;

import com.google.crypto.tink.subtle.AesSiv;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/**
 * Hides values that identify a person wherever they are stored (CONTRACT.md section 6): AES256-SIV,
 * deterministic, over the UTF-8 value, with column and kind of identifier as associated data. Equal
 * values of one column and kind give equal bytes and so stay joinable; a ciphertext moved to
 * another column or kind does not decrypt. Safe from any thread; travels to workers by Java
 * serialization, key included. Never prints anything.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5297">RFC 5297, synthetic initialisation
 *     vector</a>
 */
public final class ValueCipher implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Length of a key: 32 bytes for the authenticator, 32 for the cipher. */
  public static final int KEY_BYTES = 64;

  private final byte[] key;

  // Tink's primitive does not serialize; each process makes it again from the key.
  private transient volatile @Nullable AesSiv primitive;

  /** A cipher over a copy of {@code key}, which has {@link #KEY_BYTES} bytes. */
  public ValueCipher(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "key: " + key.length + " bytes (expected: " + KEY_BYTES + ")");
    }
    this.key = key.clone();
  }

  /**
   * The value, hidden.
   *
   * @param column column it will stand in: {@code value}, {@code match}, {@code contacts.value}
   * @param kind kind of identifier, namespace included
   */
  public byte[] encrypt(String column, String kind, String value) {
    try {
      return aead()
          .encryptDeterministically(
              value.getBytes(StandardCharsets.UTF_8), associatedData(column, kind));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-SIV refused to encrypt a value of kind " + kind, e);
    }
  }

  /**
   * The value again.
   *
   * @throws WrongKeyException when the bytes were not made by this key for this column and kind
   */
  public String decrypt(String column, String kind, byte[] hidden) {
    try {
      return new String(
          aead().decryptDeterministically(hidden, associatedData(column, kind)),
          StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new WrongKeyException(column, kind);
    }
  }

  private AesSiv aead() {
    AesSiv made = primitive;
    if (made == null) {
      try {
        made = new AesSiv(key);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("this Java runtime has no AES", e);
      }
      primitive = made;
    }
    return made;
  }

  private static byte[] associatedData(String column, String kind) {
    return (column + ':' + kind).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "<cipher>";
  }

  /** A value was hidden with another key, or for another column or kind. */
  public static final class WrongKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongKeyException(String column, String kind) {
      super("a value of kind " + kind + " in column " + column + " does not open with this case's"
          + " key. Give the key that the results were made with (TIDEMARK_KEY_FILE), or scan"
          + " again.");
    }
  }
}

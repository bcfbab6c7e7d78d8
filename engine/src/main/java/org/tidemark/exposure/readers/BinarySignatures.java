package org.tidemark.exposure.readers;

import java.util.List;
import java.util.Optional;

/** Formats that announce themselves by their first bytes. */
final class BinarySignatures {
  private BinarySignatures() {}

  /** First bytes of formats that nothing here reads. */
  private record Signature(String format, String hex) {}

  private static final List<Signature> UNREAD = List.of(
      new Signature("pdf", "255044462d"),
      new Signature("ole2", "d0cf11e0a1b11ae1"),
      new Signature("rar", "526172211a07"),
      new Signature("7z", "377abcaf271c"),
      new Signature("xz", "fd377a585a00"),
      new Signature("bzip2", "425a68"),
      new Signature("zstd", "28b52ffd"),
      new Signature("png", "89504e470d0a1a0a"),
      new Signature("jpeg", "ffd8ff"),
      new Signature("gif", "47494638"),
      new Signature("rtf", "7b5c727466"),
      new Signature("sqlite", "53514c69746520666f726d6174203300"),
      new Signature("pst", "2142444e"),
      new Signature("evtx", "456c6646696c6500"));

  static Optional<Recognition> recognise(byte[] head, String ending, Source source) {
    for (Signature signature : UNREAD) {
      if (begins(head, signature.hex())) {
        return Optional.of(Recognition.unread(signature.format(), "no-reader"));
      }
    }
    return Optional.empty();
  }

  static boolean begins(byte[] head, String hex) {
    byte[] start = java.util.HexFormat.of().parseHex(hex);
    return head.length >= start.length
        && java.util.Arrays.equals(head, 0, start.length, start, 0, start.length);
  }
}

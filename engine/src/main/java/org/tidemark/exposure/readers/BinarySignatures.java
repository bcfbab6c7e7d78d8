package org.tidemark.exposure.readers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Formats that announce themselves by their first bytes. */
final class BinarySignatures {
  private static final Set<String> OFFICE =
      Set.of("docx", "docm", "xlsx", "xlsm", "pptx", "pptm", "dotx", "xltx");

  /** Bytes of a compound file in which the names of its streams are looked for. */
  private static final int COMPOUND_BYTES = 1 << 20;

  /** A PDF may begin behind other bytes; its own readers look this far. */
  private static final int PDF_WITHIN = 64;

  private static final int TAR_MAGIC_AT = 257;

  private BinarySignatures() {}

  /** First bytes of formats that nothing here reads. */
  private record Signature(String format, String hex) {}

  private static final List<Signature> UNREAD = List.of(
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

  static Optional<Recognition> recognise(
      byte[] head, String name, String ending, Source source, ReadLimits limits) {
    if (begins(head, "504b0304") || begins(head, "504b0506")) {
      return Optional.of(zip(ending, source, limits));
    }
    if (begins(head, "1f8b08")) {
      return Optional.of(Recognition.readable("gzip", new GzipReader(name), false));
    }
    if (begins(head, "d0cf11e0a1b11ae1")) {
      return Optional.of(Recognition.unread("ole2", locked(source) ? "encrypted" : "no-reader"));
    }
    if (head.length > TAR_MAGIC_AT + 5
        && new String(head, TAR_MAGIC_AT, 5, StandardCharsets.ISO_8859_1).equals("ustar")) {
      return Optional.of(Recognition.unread("tar", "no-reader"));
    }
    String begin =
        new String(head, 0, Math.min(head.length, PDF_WITHIN), StandardCharsets.ISO_8859_1);
    if (begin.contains("%PDF-")) {
      return Optional.of(Recognition.unread("pdf", "no-reader"));
    }
    for (Signature signature : UNREAD) {
      if (begins(head, signature.hex())) {
        return Optional.of(Recognition.unread(signature.format(), "no-reader"));
      }
    }
    return Optional.empty();
  }

  /** What a zip package is, by the parts in it. */
  private static Recognition zip(String ending, Source source, ReadLimits limits) {
    try (ZipFile zip = ZipSource.open(source, limits)) {
      if (zip.getEntry("xl/workbook.xml") != null) {
        return Recognition.readable("xlsx", new XlsxReader(), false);
      }
      if (zip.getEntry("word/document.xml") != null) {
        return Recognition.readable("docx", new DocxReader(), false);
      }
      if (zip.getEntry("[Content_Types].xml") != null) {
        return Recognition.unread("ooxml", "no-reader");
      }
      if (zip.getEntry("mimetype") != null) {
        return Recognition.unread("odf", "no-reader");
      }
      return Recognition.readable("zip", new ZipReader(), false);
    } catch (DamagedContentException e) {
      return Recognition.unread(OFFICE.contains(ending) ? ending : "zip", e.reason());
    } catch (IOException e) {
      return Recognition.unread(OFFICE.contains(ending) ? ending : "zip", "damaged");
    }
  }

  /** Whether a compound file holds an encrypted package, as locked office documents do. */
  private static boolean locked(Source source) {
    try (InputStream in = source.open()) {
      String text = new String(in.readNBytes(COMPOUND_BYTES), StandardCharsets.ISO_8859_1);
      String stream = new String(
          "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
      return text.contains(stream);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean begins(byte[] head, String hex) {
    byte[] start = HexFormat.of().parseHex(hex);
    return head.length >= start.length
        && Arrays.equals(head, 0, start.length, start, 0, start.length);
  }
}

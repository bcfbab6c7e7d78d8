package org.tidemark.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.StoppedException;

/**
 * Walks a zip archive in place, and the zip archives inside it, in the order of their entries.
 * Bounded in depth, number of entries and decompressed bytes, so that a bomb costs itself alone.
 */
final class ArchiveMembers {
  /** Zip in zip in zip in zip. */
  static final int MAX_DEPTH = 4;

  static final int MAX_ENTRIES = 200_000;

  /** Decompressed bytes that any archive may have. */
  private static final long FREE_BYTES = 1L << 30;

  /** Decompressed bytes for each byte of the outer archive, beyond {@link #FREE_BYTES}. */
  private static final long MAX_RATIO = 1000;

  /** Joins the names of nested archives. */
  static final String JOINT = "!";

  /** Gets each member that is no archive itself. */
  interface Visitor {
    /**
     * Reads one member.
     *
     * @param member path inside the outer archive
     * @param in the member's bytes; need not be read to the end
     * @return whether to go on
     */
    boolean member(String member, InputStream in) throws IOException, StoppedException;

    /** A member cannot be read; {@code reason} is an id. */
    void refused(String member, String reason);
  }

  private final Visitor visitor;
  private final Cancellation cancellation;
  private final long budget;
  private long bytes;
  private int entries;

  private ArchiveMembers(Visitor visitor, long archiveBytes, Cancellation cancellation) {
    this.visitor = visitor;
    this.cancellation = cancellation;
    this.budget = Math.max(FREE_BYTES, archiveBytes * MAX_RATIO);
  }

  /** Walks the archive; throws when its structure is damaged or a bound is passed. */
  static void walk(InputStream in, long archiveBytes, Cancellation cancellation, Visitor visitor)
      throws IOException, StoppedException {
    new ArchiveMembers(visitor, archiveBytes, cancellation).walk(in, "", 1);
  }

  private boolean walk(InputStream in, String prefix, int depth)
      throws IOException, StoppedException {
    ZipArchiveInputStream zip =
        new ZipArchiveInputStream(in, StandardCharsets.ISO_8859_1.name(), true, true);
    ZipArchiveEntry entry;
    while ((entry = zip.getNextEntry()) != null) {
      cancellation.check();
      if (++entries > MAX_ENTRIES) {
        throw new ZipException("more than " + MAX_ENTRIES + " entries");
      }
      if (entry.isDirectory()) {
        continue;
      }
      String name = prefix + name(entry);
      if (!zip.canReadEntryData(entry)) {
        boolean encrypted = entry.getGeneralPurposeBit().usesEncryption();
        visitor.refused(name, encrypted ? "encrypted" : "compression-not-read");
      } else if (!read(new Counted(zip), name, depth)) {
        return false;
      }
    }
    return true;
  }

  private boolean read(InputStream in, String name, int depth)
      throws IOException, StoppedException {
    java.io.BufferedInputStream buffered = new java.io.BufferedInputStream(in);
    buffered.mark(8);
    byte[] magic = buffered.readNBytes(4);
    buffered.reset();
    if (!LogStreams.isZip(magic, magic.length)) {
      return visitor.member(name, buffered);
    }
    if (depth == MAX_DEPTH) {
      visitor.refused(name, "nested-too-deep");
      return true;
    }
    return walk(buffered, name + JOINT, depth + 1);
  }

  private static String name(ZipArchiveEntry entry) {
    byte[] raw = entry.getRawName();
    if (raw == null || entry.getGeneralPurposeBit().usesUTF8ForNames()) {
      return java.text.Normalizer.normalize(entry.getName(), java.text.Normalizer.Form.NFC);
    }
    return EvidencePath.decode(raw);
  }

  /** Counts decompressed bytes against the budget; closing it leaves the archive open. */
  private final class Counted extends InputStream {
    private final InputStream in;

    Counted(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = in.read(target, offset, length);
      bytes += Math.max(0, read);
      if (bytes > budget) {
        throw new ZipException("more than " + budget + " bytes decompressed");
      }
      return read;
    }
  }
}

package org.tidemark.exposure;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.StoppedException;
import org.tidemark.exposure.readers.ContentReader;
import org.tidemark.exposure.readers.DamagedContentException;
import org.tidemark.exposure.readers.Encoding;
import org.tidemark.exposure.readers.ReadLimits;
import org.tidemark.exposure.readers.ReadOutcome;
import org.tidemark.exposure.readers.Recognition;
import org.tidemark.exposure.readers.Source;

/**
 * Reads one file with all that is packed in it. A file that is damaged, locked, hostile or of an
 * unknown format gives a result with a state and a reason, never an exception. One use a file, one
 * thread.
 *
 * <p>Each file is read up to three times: for its hash and encoding, for its columns, for its
 * findings; the page cache makes this cheaper than keeping cells. A small one is opened once.
 */
final class ContentScanner {
  private final ValueCipher cipher;
  private final ScanSettings settings;
  private final ReadLimits limits;
  private final Cancellation cancellation;
  private final List<ScannedMember> members = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private long unpacked;

  ContentScanner(
      ValueCipher cipher, ScanSettings settings, ReadLimits limits, Cancellation cancellation) {
    this.cipher = cipher;
    this.settings = settings;
    this.limits = limits;
    this.cancellation = cancellation;
  }

  /**
   * Scans the file.
   *
   * @param name file name; its ending is a hint among text formats only
   */
  ScanResult scan(String name, Source source) throws StoppedException {
    try {
      member("", name, source, 0);
    } catch (Stopped e) {
      throw new StoppedException();
    }
    return new ScanResult(members);
  }

  private void member(String path, String name, Source raw, int depth) throws Stopped {
    int index = members.size();
    members.add(unread(path, "", "unreadable", -1));
    Source guarded = guarded(raw, depth);
    Look look;
    try {
      look = look(guarded);
    } catch (DamagedContentException e) {
      cancelled();
      members.set(index, unread(path, "unknown", e.reason(), 0));
      return;
    } catch (IOException e) {
      cancelled();
      members.set(index, unread(path, "unknown", depth == 0 ? "unreadable" : "damaged", 0));
      return;
    }
    Source source = look.head().length == look.bytes() ? Source.of(look.head()) : guarded;
    Recognition kind =
        Recognition.of(look.head(), look.bytes(), name, look.encoding(), source, limits);
    FindingBlock.Builder block = new FindingBlock.Builder(cipher);
    ReadOutcome outcome = kind.reader().isEmpty()
        ? ReadOutcome.unread(kind.reason())
        : read(path, kind, source, look.encoding(), block, depth);
    if (look.bytes() == 0) {
      outcome = ReadOutcome.read(0);
    }
    members.set(
        index,
        new ScannedMember(
            path,
            kind.format(),
            kind.text() ? look.encoding().name() : "",
            outcome.state(),
            outcome.reason(),
            look.bytes(),
            Math.min(look.bytes(), outcome.bytesRead()),
            look.content(),
            block.build()));
  }

  private ReadOutcome read(
      String path,
      Recognition kind,
      Source source,
      Encoding.Verdict encoding,
      FindingBlock.Builder block,
      int depth)
      throws Stopped {
    ContentReader reader = kind.reader().orElseThrow();
    TableSurvey survey = new TableSurvey(settings);
    if (reader.tabular()) {
      // What stops the first pass stops the second at the same place and is reported there.
      attempt(() -> reader.read(source, encoding, limits, survey));
    }
    FindingCollector collector = new FindingCollector(
        block,
        reader.tabular() ? survey.tables() : Map.of(),
        reader.tabular() ? survey.objects() : Map.of(),
        settings,
        new Inner(path, depth));
    ReadOutcome outcome = attempt(() -> reader.read(source, encoding, limits, collector));
    collector.end();
    boolean nothing = outcome.state() == ReadOutcome.State.PARTLY && !collector.any();
    return nothing ? ReadOutcome.unread(outcome.reason()) : outcome;
  }

  /** A pass over the content. */
  private interface Pass {
    ReadOutcome run() throws IOException;
  }

  private ReadOutcome attempt(Pass pass) throws Stopped {
    try {
      return pass.run();
    } catch (Stopped e) {
      throw e;
    } catch (DamagedContentException e) {
      cancelled();
      return ReadOutcome.partly(e.reason(), 0);
    } catch (IOException e) {
      cancelled();
      return ReadOutcome.partly("damaged", 0);
    }
  }

  private void cancelled() throws Stopped {
    if (cancellation.requested()) {
      throw new Stopped();
    }
  }

  /** What one pass over the bytes tells. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Look(byte[] head, long bytes, String content, Encoding.Verdict encoding) {}

  private Look look(Source source) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream raw = source.open();
        DigestInputStream in = new DigestInputStream(raw, digest)) {
      Counting counting = new Counting(in);
      Encoding.Verdict encoding = Encoding.detect(counting, limits.encodingBytes());
      counting.drain();
      return new Look(
          counting.head(), counting.count, HexFormat.of().formatHex(digest.digest()), encoding);
    }
  }

  /** Members of a container, scanned as they are met. */
  private final class Inner implements FindingCollector.Members {
    private final String path;
    private final int depth;

    Inner(String path, int depth) {
      this.path = path;
      this.depth = depth;
    }

    @Override
    public void member(String name, Source source) throws IOException {
      String full = unique(name);
      if (depth + 1 > limits.depth()) {
        members.add(ContentScanner.unread(full, "unknown", "too-deep", 0));
      } else if (members.size() >= limits.members()) {
        throw new DamagedContentException("many-members");
      } else {
        ContentScanner.this.member(full, name, source, depth + 1);
      }
    }

    @Override
    public void unread(String name, long bytes, String reason) {
      if (members.size() < limits.members()) {
        members.add(ContentScanner.unread(unique(name), "unknown", reason, bytes));
      }
    }

    /** Two members of one name stay two members. */
    private String unique(String name) {
      String full = path.isEmpty() ? name : path + "!" + name;
      String free = full;
      for (int n = 2; !names.add(free); n++) {
        free = full + "~" + n;
      }
      return free;
    }
  }

  private static ScannedMember unread(String path, String format, String reason, long bytes) {
    return new ScannedMember(
        path,
        format,
        "",
        ReadOutcome.State.UNREAD,
        reason,
        Math.max(0, bytes),
        0,
        "",
        FindingBlock.empty());
  }

  /** The source with the user's wish to stop and, for members, the unpacking limit looked at. */
  private Source guarded(Source source, int depth) {
    if (source.path().isPresent()) {
      return new Source() {
        @Override
        public InputStream open() throws IOException {
          return new Guard(source.open(), false);
        }

        @Override
        public java.util.Optional<java.nio.file.Path> path() {
          return source.path();
        }
      };
    }
    boolean[] counted = {false};
    return () -> {
      boolean count = depth > 0 && !counted[0];
      counted[0] = true;
      return new Guard(source.open(), count);
    };
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no SHA-256", e);
    }
  }

  /** The user asked to stop while bytes were being read. */
  private static final class Stopped extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private final class Guard extends FilterInputStream {
    private final boolean count;

    Guard(InputStream in, boolean count) {
      super(in);
      this.count = count;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      cancelled();
      int n = super.read(buffer, from, length);
      if (count && n > 0) {
        unpacked += n;
        if (unpacked > limits.unpackedBytes()) {
          throw new DamagedContentException("too-large");
        }
      }
      return n;
    }
  }

  private static final class Counting extends FilterInputStream {
    private static final int HEAD = 1 << 14;
    private final byte[] head = new byte[HEAD];
    private long count;

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int n = super.read(buffer, from, length);
      if (n > 0) {
        if (count < HEAD) {
          System.arraycopy(buffer, from, head, (int) count, Math.min(n, HEAD - (int) count));
        }
        count += n;
      }
      return n;
    }

    byte[] head() {
      return java.util.Arrays.copyOf(head, (int) Math.min(count, HEAD));
    }

    void drain() throws IOException {
      byte[] buffer = new byte[1 << 16];
      int n = read(buffer, 0, buffer.length);
      while (n >= 0) {
        n = read(buffer, 0, buffer.length);
      }
    }
  }
}

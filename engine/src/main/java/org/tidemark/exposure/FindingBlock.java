package org.tidemark.exposure;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The findings and records of one file as one run of bytes: a table of a million rows gives
 * millions of findings, and an object a finding would cost five times their size. Values stand in
 * it encrypted only. Immutable once built.
 */
public final class FindingBlock implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final byte RECORD = 1;
  private static final byte FINDING = 2;

  /** Bytes after which a block takes nothing more; arrays end at 2 GiB. */
  static final int MAX_BYTES = 1_500_000_000;

  private final byte[] bytes;
  private final int findings;
  private final int records;

  private FindingBlock(byte[] bytes, int findings, int records) {
    this.bytes = bytes;
    this.findings = findings;
    this.records = records;
  }

  /** A block without anything. */
  public static FindingBlock empty() {
    return new FindingBlock(new byte[0], 0, 0);
  }

  public int findings() {
    return findings;
  }

  public int records() {
    return records;
  }

  /** Takes what the block holds: each record before its findings. */
  public interface Visitor {
    /**
     * A record.
     *
     * @param index number within the file, from 0
     * @param kinds kinds of identifier in it, sorted
     */
    void record(int index, String place, List<String> kinds);

    /**
     * A finding.
     *
     * @param value as written, encrypted
     * @param match normal form, encrypted
     * @param record index of its record; -1 = it stands alone
     */
    void finding(
        String place,
        String kind,
        String category,
        byte[] value,
        byte[] match,
        String rule,
        int record);
  }

  /** Goes through everything in the order of the file. */
  public void forEach(Visitor visitor) {
    List<String> words = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int record = -1;
      String recordPlace = "";
      for (int i = 0; i < findings + records; i++) {
        if (in.readByte() == RECORD) {
          record++;
          recordPlace = text(in);
          int count = in.readUnsignedByte();
          List<String> kinds = new ArrayList<>(count);
          for (int k = 0; k < count; k++) {
            kinds.add(word(in, words));
          }
          visitor.record(record, recordPlace, kinds);
        } else {
          boolean inRecord = in.readBoolean();
          String place = (in.readBoolean() ? recordPlace : "") + text(in);
          visitor.finding(
              place,
              word(in, words),
              word(in, words),
              blob(in),
              blob(in),
              word(in, words),
              inRecord ? record : -1);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a block in memory ends early: damaged in transfer", e);
    }
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(findings);
    out.writeInt(records);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static FindingBlock read(DataInputStream in) throws IOException {
    int findings = in.readInt();
    int records = in.readInt();
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new FindingBlock(bytes, findings, records);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(blob(in), java.nio.charset.StandardCharsets.UTF_8);
  }

  private static byte[] blob(DataInputStream in) throws IOException {
    byte[] b = new byte[in.readInt()];
    in.readFully(b);
    return b;
  }

  private static String word(DataInputStream in, List<String> words) throws IOException {
    int number = in.readUnsignedShort();
    if (number == words.size()) {
      words.add(text(in));
    }
    return words.get(number);
  }

  /** One finding before it is encrypted; prints its kind only. */
  record Finding(
      String place, String kind, String category, String value, String match, String rule) {
    @Override
    public String toString() {
      return "<" + kind + ">";
    }
  }

  /** Collects in the order of the file. One thread. */
  static final class Builder {
    private final ValueCipher cipher;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final Map<String, Integer> words = new LinkedHashMap<>();
    private int findings;
    private int records;

    Builder(ValueCipher cipher) {
      this.cipher = cipher;
    }

    boolean full() {
      return bytes.size() > MAX_BYTES;
    }

    /** A record and its findings. */
    void record(String place, List<Finding> found) {
      TreeSet<String> kinds = new TreeSet<>();
      found.forEach(finding -> kinds.add(finding.kind()));
      try {
        out.writeByte(RECORD);
        text(place);
        out.writeByte(kinds.size());
        for (String kind : kinds) {
          word(kind);
        }
        records++;
        for (Finding finding : found) {
          finding(finding, true, place);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("memory does not fail", e);
      }
    }

    /** A finding without a record. */
    void alone(Finding finding) {
      try {
        finding(finding, false, "");
      } catch (IOException e) {
        throw new UncheckedIOException("memory does not fail", e);
      }
    }

    private void finding(Finding finding, boolean inRecord, String recordPlace) throws IOException {
      out.writeByte(FINDING);
      out.writeBoolean(inRecord);
      boolean inside = inRecord && finding.place().startsWith(recordPlace);
      out.writeBoolean(inside);
      text(inside ? finding.place().substring(recordPlace.length()) : finding.place());
      word(finding.kind());
      word(finding.category());
      blob(cipher.encrypt("value", finding.kind(), finding.value()));
      blob(cipher.encrypt("match", finding.kind(), finding.match()));
      word(finding.rule());
      findings++;
    }

    FindingBlock build() {
      return new FindingBlock(bytes.toByteArray(), findings, records);
    }

    private void text(String text) throws IOException {
      blob(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private void blob(byte[] b) throws IOException {
      out.writeInt(b.length);
      out.write(b);
    }

    private void word(String word) throws IOException {
      Integer number = words.get(word);
      if (number == null) {
        out.writeShort(words.size());
        words.put(word, words.size());
        text(word);
      } else {
        out.writeShort(number);
      }
    }
  }
}

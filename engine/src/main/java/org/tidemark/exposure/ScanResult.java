package org.tidemark.exposure;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.exposure.readers.ReadOutcome;

/**
 * What the scan of one file found: the file itself first, then its members in the order in which
 * they were met, each before its own members. Never empty. Holds no value in clear.
 */
public record ScanResult(List<ScannedMember> members) implements Serializable {
  public ScanResult {
    members = List.copyOf(members);
  }

  /** The result as bytes: same result, same bytes. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(members.size());
      for (ScannedMember m : members) {
        // A name inside an archive may be longer than the 64 KB that writeUTF takes.
        byte[] name = m.member().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        out.writeInt(name.length);
        out.write(name);
        out.writeUTF(m.format());
        out.writeUTF(m.charset());
        out.writeUTF(m.state().name());
        out.writeUTF(m.reason());
        out.writeLong(m.bytes());
        out.writeLong(m.bytesRead());
        out.writeUTF(m.content());
        m.block().write(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  /** The result that {@link #toBytes()} wrote. */
  public static ScanResult ofBytes(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int count = in.readInt();
      List<ScannedMember> members = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        byte[] name = new byte[in.readInt()];
        in.readFully(name);
        members.add(new ScannedMember(
            new String(name, java.nio.charset.StandardCharsets.UTF_8),
            in.readUTF(),
            in.readUTF(),
            ReadOutcome.State.valueOf(in.readUTF()),
            in.readUTF(),
            in.readLong(),
            in.readLong(),
            in.readUTF(),
            FindingBlock.read(in)));
      }
      return new ScanResult(members);
    } catch (IOException e) {
      throw new UncheckedIOException("scan result: bytes end early (expected: toBytes())", e);
    }
  }
}

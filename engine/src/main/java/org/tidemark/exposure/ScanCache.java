package org.tidemark.exposure;

import java.io.*;
import java.nio.file.*;
import java.util.*;

final class ScanCache implements AutoCloseable {
  private final Map<String, byte[]> m = new HashMap<>();

  static ScanCache open(Path p) throws IOException {
    return new ScanCache();
  }

  boolean contains(String k) {
    return m.containsKey(k);
  }

  Optional<byte[]> get(String k) throws IOException {
    return Optional.ofNullable(m.get(k));
  }

  void put(String k, byte[] b) throws IOException {
    m.put(k, b);
  }

  public void close() throws IOException {}
}

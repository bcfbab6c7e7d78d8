package org.tidemark.exposure.readers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Bytes that can be read from their begin as often as needed: a file, a part of a message in
 * memory, or a member of an archive that is unpacked again on each call. One thread at a time.
 */
public interface Source {
  /** The bytes from the first one on; the caller closes. */
  InputStream open() throws IOException;

  /** The file on disk where the source is a whole file. */
  default Optional<Path> path() {
    return Optional.empty();
  }

  /** A whole file. */
  static Source of(Path file) {
    return new Source() {
      @Override
      public InputStream open() throws IOException {
        return Files.newInputStream(file);
      }

      @Override
      public Optional<Path> path() {
        return Optional.of(file);
      }
    };
  }

  /** Bytes in memory; the array is not copied. */
  static Source of(byte[] bytes) {
    return () -> new ByteArrayInputStream(bytes);
  }
}

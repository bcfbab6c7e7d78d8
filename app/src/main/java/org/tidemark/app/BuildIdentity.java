package org.tidemark.app;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/**
 * Which Tidemark this is.
 *
 * @param version release
 * @param commit of the sources; {@code unknown} where the build saw no git
 * @param stamp hash over the sources: part of the key under which results are reused
 */
public record BuildIdentity(String version, String commit, String stamp) {
  private static final String UNKNOWN = "unknown";

  /** Reads what the build wrote. */
  public static BuildIdentity read() {
    Properties properties = new Properties();
    try (InputStream in = BuildIdentity.class.getResourceAsStream("/tidemark-build.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      return new BuildIdentity(UNKNOWN, UNKNOWN, UNKNOWN);
    }
    return new BuildIdentity(
        value(properties, "version"), value(properties, "commit"), value(properties, "stamp"));
  }

  /** {@code tidemark 0.1.0 (commit 1a2b3c)}. */
  public String text() {
    return "tidemark " + version + " (commit " + commit + ")";
  }

  // A value that the build did not fill in still reads as its own name.
  private static String value(Properties properties, String key) {
    String value = properties.getProperty(key, "");
    return value.isEmpty() || value.startsWith("${") ? UNKNOWN : value;
  }
}

package org.tidemark.exposure;

import java.text.Normalizer;
import java.util.Locale;
import org.tidemark.casefile.CaseFile;

/** Names of objects as logs and copies give them, made comparable. */
final class ObjectName {
  private ObjectName() {}

  /**
   * One spelling a name: NFC; shares of Windows and Samba ({@code \\host\…}) do not tell case
   * apart.
   */
  static String normal(String name) {
    String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
    return share(composed) ? composed.replace('/', '\\').toLowerCase(Locale.ROOT) : composed;
  }

  /** An object that a log names by an address of its host, by the host's name. */
  static String on(String host, String written, String name) {
    String prefix = "\\\\" + written + "\\";
    return !written.equals(host) && name.regionMatches(true, 0, prefix, 0, prefix.length())
        ? "\\\\" + host + "\\" + name.substring(prefix.length())
        : name;
  }

  private static boolean share(String name) {
    return name.startsWith("\\\\");
  }

  /**
   * How logs name a copy: the source's {@code as:} and the path below the source's folder, or the
   * evidence path where the case file gives no {@code as:}.
   *
   * @param path evidence path of the copy
   */
  static String ofCopy(CaseFile.EvidenceSource source, String path) {
    String below = below(source.path(), path);
    return source
        .as()
        .map(as -> {
          char separator = share(as) ? '\\' : '/';
          String prefix =
              as.charAt(as.length() - 1) == separator ? as.substring(0, as.length() - 1) : as;
          return prefix + separator + below.replace('/', separator);
        })
        .orElse(path);
  }

  private static String below(String folder, String path) {
    String prefix = Normalizer.normalize(folder, Normalizer.Form.NFC);
    prefix = prefix.startsWith("./") ? prefix.substring(2) : prefix;
    prefix = prefix.endsWith("/") || prefix.isEmpty() ? prefix : prefix + "/";
    return path.startsWith(prefix) ? path.substring(prefix.length()) : path;
  }
}

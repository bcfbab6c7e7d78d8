package org.tidemark.drill.files;

import java.nio.charset.Charset;
import org.tidemark.drill.people.Language;

/**
 * One file of a drill, before it is written.
 *
 * @param index 0 to files - 1
 * @param name path below the share's folder, {@code /} between names
 * @param contentKey what its content derives from; an exact copy has its original's
 * @param bom whether the text starts with a byte order mark
 * @param rows records of people, or lines where there are none
 */
public record FileSpec(
    int index,
    Share share,
    Topic topic,
    String name,
    Form form,
    Charset charset,
    boolean bom,
    Language language,
    int rows,
    int contentKey,
    Exposed exposed) {

  /** How a file is written. */
  public enum Form {
    CSV("csv"),
    TSV("tsv"),
    JSON_LINES("jsonl"),
    JSON_ARRAY("json"),
    XLSX("xlsx"),
    DOCX("docx"),
    TEXT("txt"),
    MAIL("eml"),
    ZIP("zip"),
    ZIP_IN_ZIP("zip"),
    EMPTY("csv"),
    /** Random bytes under the name of a JSON file. */
    NOISE("json"),
    NOTES("txt"),
    PRICES("csv");

    private final String extension;

    Form(String extension) {
      this.extension = extension;
    }

    public String extension() {
      return extension;
    }
  }

  /** Whether the intruder reached it, by the truth. */
  public enum Exposed {
    CONFIRMED,
    POSSIBLE,
    NO;

    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Evidence path: relative to the case folder. */
  public String path() {
    return share.folder() + "/" + name;
  }

  /** How the host's logs name it; for files without a host, the evidence path. */
  public String objectName() {
    return switch (share) {
      case FS01, FS02, FS03 -> share.loggedAs() + "\\" + name.replace('/', '\\');
      case BUCKET -> share.loggedAs() + "/" + name;
      case FOUND -> path();
    };
  }
}

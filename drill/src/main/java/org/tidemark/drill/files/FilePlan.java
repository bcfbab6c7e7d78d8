package org.tidemark.drill.files;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.tidemark.drill.files.FileSpec.Exposed;
import org.tidemark.drill.files.FileSpec.Form;
import org.tidemark.drill.people.Language;
import org.tidemark.drill.world.Chance;

/**
 * Which files a drill has. A file's plan derives from its index, so that logs can name files
 * without a list of them. Immutable.
 */
public final class FilePlan {
  /** Mean records of people a person, over all files. */
  private static final double RECORDS_PER_PERSON = 2.4;

  private static final int PER_FOLDER = 400;
  private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
  private static final Charset EUC_JP = Charset.forName("EUC-JP");
  private static final Charset KOREAN = Charset.forName("x-windows-949");

  private final long seed;
  private final int files;
  private final int meanRows;

  public FilePlan(long seed, int files, int people) {
    this.seed = seed;
    this.files = files;
    this.meanRows = (int) Math.max(1, Math.round(people * RECORDS_PER_PERSON / files));
  }

  public int size() {
    return files;
  }

  public FileSpec spec(int index) {
    return index < SPECIAL ? special(index) : ordinary(index, index);
  }

  /** How many indices from 0 on are planned by hand, so that every trait is in every drill. */
  private static final int SPECIAL = 20;

  private FileSpec special(int index) {
    return switch (index) {
      case 0 -> found(index, Topic.MEMBERS, Form.CSV);
      case 1 -> found(index, Topic.USAGE, Form.JSON_LINES);
      case 2 -> found(index, Topic.CRM, Form.CSV);
      case 3 ->
        new FileSpec(
            index,
            Share.FS01,
            Topic.MEMBERS,
            ShiftJisName.NAME,
            Form.CSV,
            SHIFT_JIS,
            false,
            Language.JAPANESE,
            meanRows + 4,
            index,
            Exposed.CONFIRMED);
      case 4 -> fixed(index, Share.FS01, Topic.PUBLIC, Form.EMPTY, Exposed.CONFIRMED);
      case 5 -> fixed(index, Share.FS02, Topic.PUBLIC, Form.NOISE, Exposed.POSSIBLE);
      case 6 -> fixed(index, Share.FS01, Topic.MEMBERS, Form.ZIP_IN_ZIP, Exposed.POSSIBLE);
      case 7 -> fixed(index, Share.FS01, Topic.HR, Form.XLSX, Exposed.CONFIRMED);
      case 8 -> fixed(index, Share.FS01, Topic.TIDAL, Form.CSV, Exposed.POSSIBLE);
      case 9 -> fixed(index, Share.FS02, Topic.CONTRACTORS, Form.DOCX, Exposed.POSSIBLE);
      case 10 -> fixed(index, Share.BUCKET, Topic.USAGE, Form.JSON_LINES, Exposed.CONFIRMED);
      case 11 -> fixed(index, Share.BUCKET, Topic.MEMBERS, Form.ZIP, Exposed.CONFIRMED);
      case 12 -> fixed(index, Share.FS01, Topic.MAIL, Form.MAIL, Exposed.CONFIRMED);
      case 13 -> fixed(index, Share.FS02, Topic.MAIL, Form.MAIL, Exposed.POSSIBLE);
      case 14 -> fixed(index, Share.FS01, Topic.CRM, Form.TEXT, Exposed.POSSIBLE);
      case 15 -> fixed(index, Share.FS02, Topic.HR, Form.CSV, Exposed.POSSIBLE);
      case 16 -> fixed(index, Share.FS01, Topic.PUBLIC, Form.PRICES, Exposed.CONFIRMED);
      case 17 -> fixed(index, Share.FS03, Topic.MEMBERS, Form.CSV, Exposed.NO);
      case 18 -> fixed(index, Share.FS01, Topic.USAGE, Form.JSON_ARRAY, Exposed.CONFIRMED);
      default -> fixed(index, Share.FS02, Topic.MEMBERS, Form.TSV, Exposed.POSSIBLE);
    };
  }

  private FileSpec found(int index, Topic topic, Form form) {
    return fixed(index, Share.FOUND, topic, form, Exposed.CONFIRMED);
  }

  private FileSpec fixed(int index, Share share, Topic topic, Form form, Exposed exposed) {
    Chance chance = Chance.of(seed, "special", index);
    return build(index, index, share, topic, form, exposed, chance);
  }

  private FileSpec ordinary(int index, int contentKey) {
    Chance where = Chance.of(seed, "share", index);
    Share share = share(where);
    Exposed exposed = exposed(share, where.below(100));
    Share original = share(Chance.of(seed, "share", contentKey));
    Chance chance = Chance.of(seed, "file", contentKey);
    Topic topic = topic(original, chance.below(100));
    FileSpec spec = build(index, contentKey, share, topic, form(topic, chance), exposed, chance);
    boolean copy = index == contentKey && index % 40 == 39;
    return copy ? ordinary(index, index - 7) : spec;
  }

  private static Share share(Chance where) {
    int place = where.below(100);
    return place < 44
        ? Share.FS01
        : place < 64 ? Share.FS02 : place < 86 ? Share.FS03 : Share.BUCKET;
  }

  private static Exposed exposed(Share share, int draw) {
    return switch (share) {
      case FS01 -> draw < 35 ? Exposed.CONFIRMED : draw < 60 ? Exposed.POSSIBLE : Exposed.NO;
      case FS02 -> Exposed.POSSIBLE;
      case FS03 -> Exposed.NO;
      case BUCKET -> draw < 50 ? Exposed.CONFIRMED : Exposed.NO;
      case FOUND -> Exposed.CONFIRMED;
    };
  }

  /** Whether the second session on hb-fs01 reads a file; some were read by the first already. */
  public boolean readBySecondSession(FileSpec spec) {
    return spec.share() == Share.FS01
        && (spec.exposed() == Exposed.POSSIBLE
            || (spec.exposed() == Exposed.CONFIRMED && spec.index() % 9 == 0));
  }

  private static Topic topic(Share share, int draw) {
    if (share == Share.BUCKET) {
      return draw < 55 ? Topic.USAGE : Topic.MEMBERS;
    }
    if (draw < 36) {
      return Topic.MEMBERS;
    }
    if (draw < 52) {
      return Topic.USAGE;
    }
    if (draw < 64) {
      return Topic.CRM;
    }
    if (draw < 72) {
      return Topic.HR;
    }
    if (draw < 75) {
      return Topic.CONTRACTORS;
    }
    if (draw < 80) {
      return Topic.TIDAL;
    }
    return draw < 90 ? Topic.MAIL : Topic.PUBLIC;
  }

  private static Form form(Topic topic, Chance chance) {
    int draw = chance.below(100);
    return switch (topic) {
      case MAIL -> Form.MAIL;
      case PUBLIC -> draw < 50 ? Form.NOTES : Form.PRICES;
      case USAGE ->
        draw < 45
            ? Form.CSV
            : draw < 75
                ? Form.JSON_LINES
                : draw < 85 ? Form.JSON_ARRAY : draw < 95 ? Form.TSV : Form.ZIP;
      case MEMBERS, CRM, HR, CONTRACTORS, TIDAL ->
        draw < 40
            ? Form.CSV
            : draw < 48
                ? Form.TSV
                : draw < 60
                    ? Form.JSON_LINES
                    : draw < 66
                        ? Form.JSON_ARRAY
                        : draw < 76
                            ? Form.XLSX
                            : draw < 83 ? Form.DOCX : draw < 93 ? Form.TEXT : Form.ZIP;
    };
  }

  private FileSpec build(
      int index,
      int contentKey,
      Share share,
      Topic topic,
      Form form,
      Exposed exposed,
      Chance chance) {
    Language language = topic == Topic.TIDAL
        ? Language.KOREAN
        : chance.percent(65)
            ? Language.JAPANESE
            : chance.percent(50) ? Language.KOREAN : Language.ENGLISH;
    Charset charset = StandardCharsets.UTF_8;
    int draw = chance.below(100);
    boolean bom = draw >= 40 && draw < 52;
    boolean text = form == Form.CSV || form == Form.TSV || form == Form.TEXT || form == Form.ZIP;
    if (text && draw >= 52) {
      charset = switch (language) {
        case JAPANESE -> draw < 80 ? SHIFT_JIS : draw < 94 ? EUC_JP : StandardCharsets.UTF_16LE;
        case KOREAN -> draw < 92 ? KOREAN : StandardCharsets.UTF_16LE;
        case ENGLISH -> draw < 70 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
      };
    }
    bom = text && form != Form.ZIP && (bom || charset.equals(StandardCharsets.UTF_16LE));
    if (form == Form.ZIP && charset.equals(StandardCharsets.UTF_16LE)) {
      charset = StandardCharsets.UTF_8;
    }
    int rows = switch (form) {
      case TEXT -> chance.between(1, 4);
      case MAIL -> chance.between(2, 5);
      default -> 1 + chance.below(2 * meanRows) + (chance.percent(3) ? 8 * meanRows : 0);
    };
    // Logs draw file names by the hundred thousand: too often for a format string.
    String name = topic.folder() + "/" + padded(index / PER_FOLDER, 4) + "/" + stem(topic, language)
        + "_" + padded(index, 6) + "." + form.extension();
    return new FileSpec(
        index, share, topic, name, form, charset, bom, language, rows, contentKey, exposed);
  }

  private static String padded(int number, int digits) {
    String text = String.valueOf(number);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }

  private static String stem(Topic topic, Language language) {
    return switch (topic) {
      case MEMBERS ->
        switch (language) {
          case JAPANESE -> "会員";
          case KOREAN -> "회원";
          case ENGLISH -> "members";
        };
      case USAGE -> "usage";
      case CRM -> language == Language.JAPANESE ? "取引先" : "partners";
      case HR -> language == Language.JAPANESE ? "社員名簿" : "staff";
      case CONTRACTORS -> "contractors";
      case TIDAL -> "직원";
      case MAIL -> "mail";
      case PUBLIC -> "notes";
    };
  }
}

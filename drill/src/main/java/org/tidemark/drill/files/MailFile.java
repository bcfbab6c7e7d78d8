package org.tidemark.drill.files;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.tidemark.drill.files.FileTruth.CountryShown;
import org.tidemark.drill.people.Country;
import org.tidemark.drill.people.Person;
import org.tidemark.drill.people.Population;
import org.tidemark.drill.world.Chance;

/**
 * Writes a mail (RFC 5322, MIME): names as encoded words (RFC 2047) in ISO-2022-JP or UTF-8; some
 * carry a table of partners as an attachment.
 */
final class MailFile {
  private static final Charset ISO_2022_JP = Charset.forName("ISO-2022-JP");
  private static final String BOUNDARY = "=_part_of_the_mail";

  private final long seed;
  private final Population population;
  private final PeopleTable table;
  private final FileSpec spec;
  private final FileTruth truth;

  MailFile(long seed, Population population, PeopleTable table, FileSpec spec, FileTruth truth) {
    this.seed = seed;
    this.population = population;
    this.table = table;
    this.spec = spec;
    this.truth = truth;
  }

  void write(OutputStream stream) throws IOException {
    Chance chance = Chance.of(seed, "mail", spec.contentKey());
    boolean japanese = chance.percent(60);
    boolean attachment = spec.index() == 12 || chance.percent(15);
    Writer out = new OutputStreamWriter(stream, StandardCharsets.US_ASCII);
    line(
        out,
        String.format(
            Locale.ROOT,
            "Date: %d Aug 2023 %02d:%02d:00 +0900",
            chance.between(1, 28),
            chance.between(9, 18),
            chance.below(60)));
    line(out, "From: " + mailbox("from", 1, 0, japanese));
    List<String> to = new ArrayList<>();
    for (int i = 1; i < spec.rows(); i++) {
      to.add(mailbox(i < 4 ? "to" : "cc", i < 4 ? i : i - 3, i, japanese));
    }
    line(out, "To: " + String.join(",\r\n ", to.subList(0, Math.min(3, to.size()))));
    if (to.size() > 3) {
      line(out, "Cc: " + String.join(",\r\n ", to.subList(3, to.size())));
    }
    line(out, "Subject: " + word("打ち合わせの件", japanese));
    line(out, "Message-ID: <" + chance.hex(16) + "@mail.harbour.example>");
    line(out, "MIME-Version: 1.0");
    if (attachment) {
      line(out, "Content-Type: multipart/mixed; boundary=\"" + BOUNDARY + "\"");
      line(out, "");
      line(out, "--" + BOUNDARY);
    }
    body(out, stream, japanese);
    truth.file(spec, "", true, spec.rows());
    if (attachment) {
      attach(out);
    }
    out.flush();
  }

  private String mailbox(String header, int position, int row, boolean japanese)
      throws IOException {
    Person person = table.person(0, row);
    boolean own = japanese ? person.country() == Country.JP : true;
    String shown = own ? word(person.nativeName(), japanese) : person.latinName();
    truth.record(spec, "", "header:" + header + "/row:" + position, person, CountryShown.NOT, true);
    return shown + " <" + person.email() + ">";
  }

  /** An encoded word; plain text where ASCII will do. */
  private static String word(String text, boolean japanese) {
    if (StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
      return text;
    }
    Charset charset = japanese ? ISO_2022_JP : StandardCharsets.UTF_8;
    return "=?" + charset.name() + "?B?"
        + Base64.getEncoder().encodeToString(text.getBytes(charset)) + "?=";
  }

  private static void body(Writer out, OutputStream stream, boolean japanese) throws IOException {
    Charset charset = japanese ? ISO_2022_JP : StandardCharsets.UTF_8;
    line(out, "Content-Type: text/plain; charset=" + charset.name());
    line(out, "Content-Transfer-Encoding: " + (japanese ? "7bit" : "8bit"));
    line(out, "");
    out.flush();
    stream.write("いつもお世話になっております。\r\n来週の打ち合わせの資料をお送りします。\r\nよろしくお願いいたします。\r\n".getBytes(charset));
  }

  private void attach(Writer out) throws IOException {
    FileSpec inner = new FileSpec(
        spec.index(),
        spec.share(),
        Topic.CRM,
        spec.name(),
        FileSpec.Form.CSV,
        StandardCharsets.UTF_8,
        false,
        spec.language(),
        4,
        spec.contentKey(),
        spec.exposed());
    PeopleTable partners = new PeopleTable(seed, population, inner);
    String name = "partners-" + spec.contentKey() + ".csv";
    StringWriter csv = new StringWriter();
    int persons = new TableText(partners, spec, truth).delimited(csv, ',', name, 7, inner.rows());
    line(out, "--" + BOUNDARY);
    line(out, "Content-Type: text/csv; charset=UTF-8; name=\"" + name + "\"");
    line(out, "Content-Transfer-Encoding: base64");
    line(out, "Content-Disposition: attachment; filename=\"" + name + "\"");
    line(out, "");
    line(
        out,
        Base64.getMimeEncoder().encodeToString(csv.toString().getBytes(StandardCharsets.UTF_8)));
    line(out, "--" + BOUNDARY + "--");
    truth.file(spec, name, true, persons);
  }

  private static void line(Writer out, String text) throws IOException {
    out.write(text);
    out.write("\r\n");
  }
}

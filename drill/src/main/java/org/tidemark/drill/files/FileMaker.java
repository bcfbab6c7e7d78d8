package org.tidemark.drill.files;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipOutputStream;
import org.tidemark.drill.people.Population;
import org.tidemark.drill.world.Chance;

/** Writes the files of a drill and tells the truth of each. */
public final class FileMaker {
  private static final int NOISE_BYTES = 700;

  private final long seed;
  private final Population population;
  private final Path caseFolder;
  private final FileTruth truth;

  public FileMaker(long seed, Population population, Path caseFolder, FileTruth truth) {
    this.seed = seed;
    this.population = population;
    this.caseFolder = caseFolder;
    this.truth = truth;
  }

  public void make(FileSpec spec) throws IOException {
    int slash = spec.path().lastIndexOf('/');
    Path folder = caseFolder.resolve(spec.path().substring(0, slash));
    Files.createDirectories(folder);
    Path path = spec.name().equals(ShiftJisName.NAME)
        ? ShiftJisName.below(folder)
        : folder.resolve(spec.path().substring(slash + 1));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
      write(spec, out);
    }
  }

  private void write(FileSpec spec, OutputStream out) throws IOException {
    PeopleTable table = new PeopleTable(seed, population, spec);
    TableText text = new TableText(table, spec, truth);
    switch (spec.form()) {
      case CSV, TSV, JSON_LINES, JSON_ARRAY, TEXT, NOTES, PRICES -> {
        Writer writer = writer(spec, out);
        int persons = text(spec, table, text, writer);
        writer.flush();
        truth.file(spec, "", true, persons);
      }
      case XLSX -> truth.file(spec, "", true, new OfficeFile(table, spec, text).workbook(out));
      case DOCX -> truth.file(spec, "", true, new OfficeFile(table, spec, text).document(out));
      case MAIL -> new MailFile(seed, population, table, spec, truth).write(out);
      case ZIP -> {
        archive(spec, text, out, "");
        truth.file(spec, "", true, 0);
      }
      case ZIP_IN_ZIP -> nested(spec, text, out);
      case EMPTY -> truth.file(spec, "", true, 0);
      case NOISE -> {
        noise(spec, out);
        truth.file(spec, "", false, 0);
      }
    }
  }

  private int text(FileSpec spec, PeopleTable table, TableText text, Writer out)
      throws IOException {
    PlainText plain = new PlainText(seed, table, spec, truth);
    return switch (spec.form()) {
      case CSV -> text.delimited(out, ',', "", 0, spec.rows());
      case TSV -> text.delimited(out, '\t', "", 0, spec.rows());
      case JSON_LINES -> text.jsonLines(out, "");
      case JSON_ARRAY -> text.jsonArray(out, "");
      case TEXT -> plain.forms(out);
      case NOTES -> plain.notes(out);
      default -> plain.prices(out);
    };
  }

  private static Writer writer(FileSpec spec, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, spec.charset()));
    if (spec.bom()) {
      writer.write('\uFEFF');
    }
    return writer;
  }

  /** Two tables in an archive, the rows shared out between them. */
  private void archive(FileSpec spec, TableText text, OutputStream out, String outer)
      throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    for (int part = 0; part < 2; part++) {
      String name = "part-" + (part + 1) + ".csv";
      OfficeFile.begin(zip, name);
      Writer writer = new BufferedWriter(new OutputStreamWriter(zip, spec.charset()));
      int rows = part == 0 ? spec.rows() - spec.rows() / 2 : spec.rows() / 2;
      int persons = text.delimited(writer, ',', outer + name, part, rows);
      writer.flush();
      zip.closeEntry();
      truth.file(spec, outer + name, true, persons);
    }
    zip.finish();
  }

  private void nested(FileSpec spec, TableText text, OutputStream out) throws IOException {
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    archive(spec, text, inner, "inner.zip!");
    ZipOutputStream zip = new ZipOutputStream(out);
    OfficeFile.begin(zip, "inner.zip");
    inner.writeTo(zip);
    zip.closeEntry();
    OfficeFile.begin(zip, "readme.txt");
    zip.write("Two tables, made for the move.\n".getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
    zip.finish();
    truth.file(spec, "inner.zip", true, 0);
    truth.file(spec, "readme.txt", true, 0);
    truth.file(spec, "", true, 0);
  }

  private void noise(FileSpec spec, OutputStream out) throws IOException {
    Chance chance = Chance.of(seed, "noise", spec.contentKey());
    byte[] bytes = new byte[NOISE_BYTES];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) chance.below(256);
    }
    bytes[0] = 0;
    out.write(bytes);
  }
}

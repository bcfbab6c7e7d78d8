package org.tidemark.people;

import java.nio.file.Path;
import java.util.Map;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.Progress;
import org.tidemark.engine.StoppedException;
import org.tidemark.engine.TableSchema;
import org.tidemark.engine.Tables;
import org.tidemark.exposure.ExposureTables;
import org.tidemark.exposure.ValueCipher;

/**
 * Stage 4: whose data is it, and how many people is that?
 *
 * <p>Idea: records are nodes, values that certainly mean one person (e-mail, phone, My Number,
 * internal identifier in its namespace) are edges, a person is a component. Values that several
 * people share are found first, by what stands beside them, and join nothing. Directory entries are
 * nodes too: they connect, but nobody is counted for standing in the directory alone.
 *
 * <p>Cost: a few sorts of the findings in the tables (which spill), one opening of each distinct
 * value, one {@code int} of memory a record. Same rows, same answer, in any order and on any number
 * of threads. Limits: certain joins only; two records that share no value are two persons.
 */
public final class People {
  private static final int STEPS = 8;

  private People() {}

  /**
   * Resolves the rows that {@link PeopleInput} names to persons, and writes records.parquet,
   * people.parquet, items.parquet and lineage.parquet into {@code folder}. Leaves tables {@code
   * p_…} behind in {@code tables}.
   *
   * @throws ValueCipher.WrongKeyException when the findings were hidden with another key
   * @throws StoppedException when the user asked to stop; files already written may stay
   */
  public static PeopleCounts resolve(
      PeopleInput input,
      Tables tables,
      ValueCipher cipher,
      Path folder,
      Progress progress,
      Cancellation cancellation)
      throws StoppedException {
    Staging staging = new Staging(tables, input.caseFile());
    staging.exposedFiles();
    int exposed = staging.records();
    staging.values();
    cancellation.check();
    new ValueReview(tables, cipher).run(progress, cancellation);

    progress.begin("joining people", STEPS, "steps");
    SharedKeys sharedKeys = new SharedKeys(tables, cipher);
    sharedKeys.find();
    step(progress, cancellation);
    new Joins(tables).join(exposed);
    step(progress, cancellation);
    PersonTables persons = new PersonTables(tables, input.caseFile().people().defaultCountry());
    persons.gather();
    step(progress, cancellation);
    persons.writeRecords(file(folder, ExposureTables.RECORDS));
    step(progress, cancellation);
    persons.writePeople(file(folder, PeopleTables.PEOPLE));
    step(progress, cancellation);
    persons.writeItems(file(folder, PeopleTables.ITEMS));
    step(progress, cancellation);
    Lineage.write(tables, input.formerRecords(), file(folder, PeopleTables.LINEAGE));
    step(progress, cancellation);
    Map<String, Long> guards = sharedKeys.counts();
    PeopleCounts counts =
        new Counting(tables, input.caseFile().controller()).count(input.open(), guards);
    step(progress, cancellation);
    progress.end();
    return counts;
  }

  private static Path file(Path folder, TableSchema schema) {
    return folder.resolve(schema.name() + ".parquet");
  }

  private static void step(Progress progress, Cancellation cancellation) throws StoppedException {
    progress.advance(1);
    cancellation.check();
  }
}

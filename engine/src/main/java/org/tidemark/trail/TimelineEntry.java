package org.tidemark.trail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tidemark.engine.Doc;

/**
 * One line of the timeline. The first three columns are the ones that Timesketch needs.
 *
 * @see <a href="https://timesketch.org/guides/user/import-from-json-csv/">Timesketch, import from
 *     JSON or CSV</a>
 */
@Doc("What happened, one line for each instant? Ordered by datetime, id, kind.")
public record TimelineEntry(
    @Doc("what happened, in words") String message,

    @Doc("clock corrected; as 2023-10-03T10:05:00.000000+00:00, always six digits and UTC")
    Instant datetime,

    @Doc("what the instant is, in words") String timestampDesc,

    @Doc("hop, foothold, foothold-end, host-held, host-held-end, host-contacted, account-held,"
        + " account-held-end, platform-fallen, platform-in-doubt, session-end, left-behind or"
        + " outgoing")
    String kind,

    @Doc("id of what happened, as in trail.json") String id,

    @Doc("hop that it is, or that gave it") Optional<String> hop,
    @Doc("rule that gave the grade") Optional<String> rule,
    @Doc("confirmed or possible") Optional<String> grade,

    @Doc("grade of the weakest hop on the way; hops only") Optional<String> pathGrade,

    @Doc("host or service on which it happened") Optional<String> host,
    @Doc("host or address that it came from") Optional<String> from,
    @Doc("account that did it, or that is held") Optional<String> account,

    @Doc("organisation id of the host or account, or outside")
    Optional<String> organisation,

    @Doc("first record that shows it: path of the file in the case, `!` before a member")
    Optional<String> evidenceFile,

    @Doc("that record's position in the file, from 1") Optional<Integer> evidenceRecord) {

  /** Names of the columns, in their order. */
  static final List<String> COLUMNS = List.of(
      "message",
      "datetime",
      "timestamp_desc",
      "kind",
      "id",
      "hop",
      "rule",
      "grade",
      "path_grade",
      "host",
      "from",
      "account",
      "organisation",
      "evidence_file",
      "evidence_record");

  // All with six digits: pandas, by which Timesketch reads CSV, drops rows in a second form.
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
          "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'+00:00'", Locale.ROOT)
      .withZone(ZoneOffset.UTC);

  /** The values in the order of {@link #COLUMNS}; empty = the column says nothing here. */
  List<Optional<String>> values() {
    return List.of(
        Optional.of(message),
        Optional.of(TIME.format(datetime)),
        Optional.of(timestampDesc),
        Optional.of(kind),
        Optional.of(id),
        hop,
        rule,
        grade,
        pathGrade,
        host,
        from,
        account,
        organisation,
        evidenceFile,
        evidenceRecord.map(String::valueOf));
  }
}

package org.tidemark.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.Doc;

/** evidence.json (CONTRACT.md section 5). Holds no time of running and no one's name. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Doc("What was read from which log, what was not, and what the logs cover.")
public record EvidenceJson(
    @Doc("schema number, 1") int schema,

    @Doc("every file or member that is a log, ordered by path, member")
    List<Log> logs,

    @Doc("host × source × kind of act, ordered by these") List<Span> coverage,

    @Doc("what could not be read or was left out, ordered by path, member")
    List<NotRead> notRead,

    @Doc("clock offsets, stated or estimated, ordered by host, source, from")
    List<ClockOffset> clockOffsets) {
  /** Number of the schema. */
  public static final int SCHEMA = 1;

  EvidenceJson with(List<ClockOffset> offsets) {
    return new EvidenceJson(schema, logs, coverage, notRead, offsets);
  }

  /** What the responder should mend in the case file, so that a log can be read. */
  public List<String> problems() {
    return notRead.stream()
        .filter(not -> LogLayout.isReason(not.reason()))
        .map(not -> "evidence: " + not.path() + (not.member() == null ? "" : " ! " + not.member())
            + " is not read (" + not.reason() + "). Say in this source which columns they are, as"
            + " `columns: {time: HEADER, account: HEADER, to: HEADER}`.")
        .toList();
  }

  /** One log. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Doc("One log: a file, or a member of an archive.")
  public record Log(
      @Doc("evidence path") String path,

      @Doc("path inside the archive; left out for the file itself") @Nullable
      String member,

      @Doc("format id, as `tidemark formats` lists it") String format,
      @Doc("SHA-256 of the file or member, hex") String sha256,
      @Doc("what became of its records") Records records,

      @Doc("time of its first record, UTC; left out where it has none") @Nullable
      String first,

      @Doc("time of its last record, UTC; left out where it has none") @Nullable
      String last,

      @Doc("hosts that wrote it, ordered") List<String> hosts,

      @Doc("why it could not be read to its end: cut-off, damaged; left out where it could")
      @Nullable
      String reason) {}

  /** What became of a log's records. */
  @Doc("Counts of records; read = used + ignored + unparsed.")
  public record Records(
      @Doc("records in the file") long read,
      @Doc("records that gave facts") long used,
      @Doc("records of no use to any stage, by reason") SortedMap<String, Long> ignored,
      @Doc("records that could not be read") long unparsed,

      @Doc("records of a time over a day after the log was collected: a wrong clock; part of the"
          + " counts above, no part of the coverage")
      long afterCollection,

      @Doc("places of the first 20 unparsed records: [record, byte offset]")
      List<long[]> samples,

      @Doc("why records could not be read, by reason, where the format tells it")
      SortedMap<String, Long> unparsedBy) {}

  /** What one source covers on one host for one kind of act. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Doc("What one source covers on one host for one kind of act.")
  public record Span(
      @Doc("host, short name") String host,
      @Doc("format id") String source,
      @Doc("logon, process, file or change") String kind,
      @Doc("first record of the source on the host, UTC") String from,
      @Doc("last record of the source on the host, UTC") String to,
      @Doc("intervals inside that are not to be trusted") List<Gap> gaps,

      @Doc("organisation that handed the log over; left out where nobody says") @Nullable
      String suppliedBy) {}

  /** An interval that is not to be trusted. */
  @Doc("An interval without trusted records.")
  public record Gap(
      @Doc("start, UTC") String from,
      @Doc("end, UTC") String to,
      @Doc("cleared, record-numbers, switched-off or quiet") String why) {}

  /** Something that could not be read or was left out. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Doc("A file, folder or member that could not be read or was left out.")
  public record NotRead(
      @Doc("evidence path") String path,

      @Doc("path inside the archive; left out for the file itself") @Nullable
      String member,

      @Doc("missing, outside-the-case, unreadable, symbolic-link, not-a-file, nested-too-deep,"
          + " empty, damaged, cut-off, encrypted, compression-not-read, columns-missing: and which")
      String reason) {}

  /** A host's clock offset. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Doc("A clock's offset: written minus true.")
  public record ClockOffset(
      @Doc("host, as the case file writes it where it states the offset")
      String host,

      @Doc("evidence path of the source that states it; left out for an estimate") @Nullable
      String source,

      @Doc("valid from, UTC; left out = always") @Nullable String from,
      @Doc("µs; positive = the clock is ahead") long offsetMicros,

      @Doc("µs that the offset may be wrong, either way; 0 = stated")
      long errorMicros,

      @Doc("how it is known: stated, by the case file; flows or logons, which this host and others"
          + " wrote; relative: two clocks differ by the error, and nothing says which is wrong")
      String known) {}
}

package org.tidemark.evidence;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What a log's reader must know beyond the log's bytes; travels as {@link
 * org.tidemark.engine.WorkUnit#settings()}.
 *
 * @param format id of the log format
 * @param member path of the member inside the archive; empty for the file itself
 * @param zone of times that are written without one
 * @param collectedAt when the log was copied: records cannot be later
 * @param latest years that records leave out are the latest that do not lie after it
 * @param unfiltered whether the case file says that the export holds every record
 * @param layout a {@link LogLayout}'s text; empty where records say all themselves
 */
public record ReadSettings(
    String format,
    String member,
    Optional<ZoneId> zone,
    Optional<Instant> collectedAt,
    Optional<Instant> latest,
    boolean unfiltered,
    String layout) {
  /**
   * A record may be a day later than its collection before its clock counts as wrong: zones may be
   * unknown.
   */
  private static final long GRACE_MICROS = 86_400_000_000L;

  /** Settings of a log of which the case file says nothing. */
  public static ReadSettings of(String format) {
    return new ReadSettings(
        format, "", Optional.empty(), Optional.empty(), Optional.empty(), false, "");
  }

  /** The same for a log whose records lie in a layout. */
  public ReadSettings withLayout(String text) {
    return new ReadSettings(format, member, zone, collectedAt, latest, unfiltered, text);
  }

  /** µs; records after it do not count as coverage. */
  long latestCredible() {
    return collectedAt
        .map(at -> at.getEpochSecond() * 1_000_000L + GRACE_MICROS)
        .orElse(Long.MAX_VALUE);
  }

  String encode() {
    return String.join(
        "&",
        format,
        URLEncoder.encode(member, StandardCharsets.UTF_8),
        zone.map(z -> URLEncoder.encode(z.getId(), StandardCharsets.UTF_8)).orElse(""),
        collectedAt.map(Instant::toString).orElse(""),
        latest.map(Instant::toString).orElse(""),
        unfiltered ? "unfiltered" : "",
        URLEncoder.encode(layout, StandardCharsets.UTF_8));
  }

  static ReadSettings decode(String text) {
    String[] parts = text.split("&", -1);
    if (parts.length != 7) {
      throw new IllegalArgumentException(
          "settings: " + parts.length + " parts (expected: 7, joined by &)");
    }
    return new ReadSettings(
        parts[0],
        URLDecoder.decode(parts[1], StandardCharsets.UTF_8),
        Optional.of(URLDecoder.decode(parts[2], StandardCharsets.UTF_8))
            .filter(id -> !id.isEmpty())
            .map(ZoneId::of),
        Optional.of(parts[3]).filter(at -> !at.isEmpty()).map(Instant::parse),
        Optional.of(parts[4]).filter(at -> !at.isEmpty()).map(Instant::parse),
        parts[5].equals("unfiltered"),
        URLDecoder.decode(parts[6], StandardCharsets.UTF_8));
  }
}

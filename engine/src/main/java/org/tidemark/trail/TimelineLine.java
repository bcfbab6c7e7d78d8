package org.tidemark.trail;

import java.time.Instant;
import java.util.Optional;
import org.tidemark.casefile.Grade;

/** A line of the timeline while it is being filled; what nobody sets stays empty. */
final class TimelineLine {
  private final Instant at;
  private final String id;
  private final String kind;
  private final String description;
  private String message = "";
  private Optional<String> hop = Optional.empty();
  private Optional<String> rule = Optional.empty();
  private Optional<String> grade = Optional.empty();
  private Optional<String> pathGrade = Optional.empty();
  private Optional<String> host = Optional.empty();
  private Optional<String> from = Optional.empty();
  private Optional<String> account = Optional.empty();
  private Optional<String> organisation = Optional.empty();
  private Optional<String> file = Optional.empty();
  private Optional<Integer> record = Optional.empty();

  /** {@code description}: what the instant is. */
  TimelineLine(Instant at, String id, String kind, String description) {
    this.at = at;
    this.id = id;
    this.kind = kind;
    this.description = description;
  }

  TimelineLine says(String text) {
    message = text;
    return this;
  }

  TimelineLine hop(Optional<String> given) {
    hop = given;
    return this;
  }

  TimelineLine rule(String given) {
    rule = Optional.of(given);
    return this;
  }

  TimelineLine grade(Grade given) {
    grade = Optional.of(given.id());
    return this;
  }

  TimelineLine host(String given) {
    host = Optional.of(given);
    return this;
  }

  TimelineLine account(Optional<String> given) {
    account = given;
    return this;
  }

  TimelineLine organisation(String given) {
    organisation = Optional.of(given);
    return this;
  }

  TimelineLine record(String path, int position) {
    file = Optional.of(path);
    record = Optional.of(position);
    return this;
  }

  /** Everything that a hop says but its record. */
  TimelineLine of(Trail.Hop moved) {
    String source = moved
        .from()
        .flatMap(known -> known.host().or(known::address))
        .orElse("a place that no record names");
    from = moved.from().flatMap(known -> known.host().or(known::address));
    pathGrade = Optional.of(moved.pathGrade().id());
    return hop(Optional.of(moved.id()))
        .rule(moved.rule().id())
        .grade(moved.grade())
        .host(moved.toHost())
        .organisation(moved.toOrganisation())
        .account(Optional.of(moved.account()).filter(name -> !name.isEmpty()))
        .says(named(moved.account()) + " went from " + source + " to " + moved.toHost()
            + (moved.execution() ? " and ran code there: " : ": ") + moved.why());
  }

  /** Some sensors see a session and not whose it was. */
  static String named(String account) {
    return account.isEmpty() ? "somebody" : account;
  }

  TimelineEntry entry() {
    return new TimelineEntry(
        message,
        at,
        description,
        kind,
        id,
        hop,
        rule,
        grade,
        pathGrade,
        host,
        from,
        account,
        organisation,
        file,
        record);
  }
}

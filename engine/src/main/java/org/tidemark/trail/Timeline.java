package org.tidemark.trail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tidemark.casefile.ContentId;
import org.tidemark.casefile.Grade;
import org.tidemark.evidence.EvidenceFile;

/** A trail in the order of time. What a moment says is put into words only when it is asked for. */
final class Timeline {
  /** One instant; {@code id} and {@code kind} settle the order of equals. */
  record Moment(Instant at, String id, String kind, Supplier<TimelineEntry> entry) {}

  private final Map<String, String> paths = new HashMap<>();
  private final Map<String, Trail.Hop> hops = new HashMap<>();
  private final List<Moment> moments = new ArrayList<>();

  Timeline(Trail trail, List<EvidenceFile> files) {
    for (EvidenceFile file : files) {
      paths.put(file.id(), file.path() + (file.member().isEmpty() ? "" : "!" + file.member()));
    }
    for (Trail.Hop hop : trail.hops()) {
      hops.put(hop.id(), hop);
      add(hop.at(), hop.id(), "hop", "logon accepted", line -> record(line.of(hop), hop.records()));
    }
    trail.footholds().forEach(this::foothold);
    trail.hosts().forEach(this::host);
    trail.accounts().forEach(this::account);
    trail.platformsFallen().forEach(this::platform);
    trail.platformsInDoubt().forEach(this::doubt);
    trail.sessions().forEach(this::session);
    trail.leftBehind().forEach(this::left);
    trail.outgoing().forEach(this::outgoing);
    moments.sort(
        Comparator.comparing(Moment::at).thenComparing(Moment::id).thenComparing(Moment::kind));
  }

  /** By instant, then id, then kind. */
  List<Moment> moments() {
    return moments;
  }

  /** Fills a line. */
  private interface Words {
    TimelineLine of(TimelineLine line);
  }

  private void add(Instant at, String id, String kind, String description, Words words) {
    moments.add(new Moment(
        at,
        id,
        kind,
        () -> words.of(new TimelineLine(at, id, kind, description)).entry()));
  }

  private void foothold(Trail.Foothold foothold) {
    String what = foothold.kind() + " " + foothold.name();
    boolean account = !foothold.kind().equals("host") && !foothold.kind().equals("address");
    Words where =
        line -> account ? line.account(Optional.of(foothold.name())) : line.host(foothold.name());
    add(
        foothold.from(),
        foothold.id(),
        "foothold",
        "foothold begins",
        line -> where
            .of(line)
            .grade(foothold.grade())
            .says("the intruder holds the " + what + " from here on: " + foothold.why()));
    foothold
        .until()
        .ifPresent(until -> add(
            until,
            foothold.id(),
            "foothold-end",
            "foothold ends",
            line -> where.of(line).says("the foothold on the " + what + " ends, as declared")));
  }

  private void host(Trail.Place place) {
    Words where = line -> evidence(line, place.hop())
        .host(place.name())
        .organisation(place.organisation())
        .grade(place.grade())
        .rule(place.rule().id());
    String why = ": " + place.rule().sentence();
    place
        .heldFrom()
        .ifPresent(from -> add(
            from,
            place.id(),
            "host-held",
            "host held from",
            line -> where
                .of(line)
                .says(place.name() + " is held from here on" + administrator(place) + why)));
    place
        .until()
        .ifPresent(until -> add(
            until,
            place.id(),
            "host-held-end",
            "host held until",
            line -> where.of(line).says(place.name() + " is held no more")));
    if (place.heldFrom().isEmpty() && place.hop().isEmpty()) {
      add(
          place.from(),
          place.id(),
          "host-contacted",
          "contact seen",
          line -> where.of(line).says(place.name() + " was contacted" + why));
    }
  }

  private static String administrator(Trail.Place place) {
    return place.administrator() ? ", with administrator rights" : "";
  }

  private void account(Trail.HeldAccount held) {
    Words who = line -> evidence(line, held.hop())
        .account(Optional.of(held.name()))
        .organisation(held.organisation())
        .grade(held.grade())
        .rule(held.rule().id());
    add(
        held.from(),
        held.id(),
        "account-held",
        "account held from",
        line -> who.of(line)
            .says(held.name() + " is held from here on: " + held.rule().sentence()));
    held.until()
        .ifPresent(until -> add(
            until,
            held.id(),
            "account-held-end",
            "account held until",
            line -> who.of(line).says(held.name() + " is held no more")));
  }

  private void platform(Trail.Platform platform) {
    add(
        platform.at(),
        ContentId.of('N', platform.host()),
        "platform-fallen",
        "platform fell",
        line -> line.host(platform.host())
            .grade(platform.grade())
            .rule(platform.rule().id())
            .says(platform.host() + " fell: " + platform.vouchedFor()
                + " accounts that it vouches for prove nothing from here on: "
                + platform.rule().sentence()));
  }

  private void doubt(Trail.Platform platform) {
    add(
        platform.at(),
        ContentId.of('N', platform.host()),
        "platform-in-doubt",
        "platform could have fallen",
        line -> line.host(platform.host())
            .grade(platform.grade())
            .rule(platform.rule().id())
            .says(platform.host() + " could have fallen: " + platform.rule().sentence()));
  }

  private void session(Trail.Session session) {
    session
        .to()
        .ifPresent(to -> add(
            to,
            session.id(),
            "session-end",
            "session ended",
            line -> line.hop(Optional.of(session.hop()))
                .host(session.host())
                .account(Optional.of(session.account()).filter(name -> !name.isEmpty()))
                .grade(session.grade())
                .says("the session of " + TimelineLine.named(session.account()) + " on "
                    + session.host() + " ended")));
  }

  private void left(LeftBehind left) {
    add(
        left.at(),
        left.id(),
        "left-behind",
        left.kind().replace('-', ' '),
        line -> record(line, left.records())
            .hop(left.hop())
            .host(left.host())
            .organisation(left.organisation())
            .account(left.by())
            .grade(Grade.valueOf(left.grade().toUpperCase(java.util.Locale.ROOT)))
            .rule(left.rule())
            .says(left.kind().replace('-', ' ') + ": " + left.name()
                + left.what().map(what -> " (" + what + ")").orElse("") + " on " + left.host()
                + left.by().map(by -> " by " + by).orElse("") + ": " + left.why()
                + left.undone().map(at -> "; gone " + at).orElse("")));
  }

  private void outgoing(Outgoing sent) {
    String destination = sent.destination().orElse("");
    sent.first()
        .ifPresent(first -> add(
            first,
            sent.id(),
            "outgoing",
            "first connection seen",
            line -> record(line, sent.records())
                .host(sent.host())
                .organisation(sent.organisation())
                .grade(Grade.valueOf(sent.grade().toUpperCase(java.util.Locale.ROOT)))
                .rule(sent.rule())
                .says(sent.host() + " sent to " + destination + " until "
                    + sent.last().orElse(first) + ", in " + sent.flows() + " connections: "
                    + sent.why())));
  }

  /** The record that shows a hold is the one of the hop that gave it. */
  private TimelineLine evidence(TimelineLine line, Optional<String> hop) {
    List<Trail.RecordPlace> records = hop.map(hops::get).map(Trail.Hop::records).orElse(List.of());
    return record(line.hop(hop), records);
  }

  private TimelineLine record(TimelineLine line, List<Trail.RecordPlace> records) {
    return records.isEmpty()
        ? line
        : line.record(
            paths.getOrDefault(records.get(0).file(), records.get(0).file()),
            records.get(0).record());
  }
}

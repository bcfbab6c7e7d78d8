package org.tidemark.trail.telling;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that a trail says, as items that can be found again in another one. */
final class Items {
  /** What is compared, in the order in which it is told. */
  static final List<String> WHAT = List.of(
      "foothold", "hop", "host", "account", "platform", "unknown", "excluded", "left-behind");

  /**
   * One item.
   *
   * @param key what makes it the same item in two trails
   * @param grade grade, and state where it has one; {@code rule} may be empty
   */
  record Item(
      String what,
      String key,
      String id,
      String name,
      Optional<Instant> at,
      String grade,
      String rule) {
    /** What the result says of it. */
    String says() {
      return grade + (rule.isEmpty() ? "" : ", " + rule);
    }
  }

  private Items() {}

  /** The items of a trail by key, in the trail's order. */
  static Map<String, Item> of(ToldTrail trail) {
    Map<String, Item> items = new LinkedHashMap<>();
    trail
        .footholds()
        .forEach(f -> put(
            items,
            "foothold",
            (f.derived() ? "derived " : "") + f.kind() + " " + f.name(),
            f.id(),
            f.kind() + " " + f.name(),
            Optional.of(f.from()),
            f.grade()
                + (f.derived() ? ", derived" : "")
                + f.until().map(until -> ", until " + until).orElse(""),
            ""));
    trail
        .hops()
        .forEach(h -> put(
            items,
            "hop",
            h.id(),
            h.id(),
            NameSearch.hop(h).name(),
            Optional.of(h.at()),
            h.grade()
                + (h.pathGrade().isEmpty() || h.pathGrade().equals(h.grade())
                    ? ""
                    : " on a way that is " + h.pathGrade()),
            h.rule()));
    trail
        .hosts()
        .forEach(h -> put(
            items,
            "host",
            h.name(),
            h.id(),
            h.name(),
            h.from(),
            h.state() + " " + h.grade(),
            h.rule()));
    trail
        .accounts()
        .forEach(
            a -> put(items, "account", a.name(), a.id(), a.name(), a.from(), a.grade(), a.rule()));
    trail
        .platforms()
        .forEach(p -> put(
            items,
            "platform",
            p.host(),
            p.host(),
            p.host(),
            p.at(),
            (p.inDoubt() ? "could have fallen, " : "fell, ") + p.grade(),
            p.rule()));
    // A place is one item in whichever list it stands, so that it is seen to go from one to
    // another.
    trail.unknown().forEach(u -> {
      if (items.containsKey("host " + u.host())) {
        put(
            items,
            "unknown",
            u.host() + " " + u.rule(),
            u.host(),
            u.host(),
            Optional.empty(),
            "unknown",
            u.rule());
      } else {
        put(items, "host", u.host(), u.host(), u.host(), Optional.empty(), "unknown", u.rule());
      }
    });
    trail.excluded().forEach(e -> {
      boolean host = e.kind().equals("host");
      put(
          items,
          host ? "host" : "excluded",
          host ? e.name() : e.name() + " " + e.rule(),
          e.name(),
          e.name(),
          Optional.empty(),
          "excluded",
          e.rule());
    });
    trail
        .leftBehind()
        .forEach(l -> put(
            items,
            "left-behind",
            l.id(),
            l.id(),
            l.kind() + " " + l.name() + " on " + l.host(),
            l.at(),
            l.grade(),
            l.rule()));
    return items;
  }

  private static void put(
      Map<String, Item> items,
      String what,
      String key,
      String id,
      String name,
      Optional<Instant> at,
      String grade,
      String rule) {
    items.putIfAbsent(what + " " + key, new Item(what, key, id, name, at, grade, rule));
  }
}

package org.tidemark.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tidemark.casefile.CaseFile.Alias;
import org.tidemark.casefile.CaseFile.Containers;
import org.tidemark.casefile.CaseFile.Foothold;
import org.tidemark.casefile.CaseFile.Indicator;
import org.tidemark.casefile.CaseFile.IndicatorKind;
import org.tidemark.casefile.CaseFile.Rebuilt;
import org.tidemark.casefile.CaseFile.Routine;
import org.tidemark.casefile.CaseFile.Target;

/**
 * The blocks on the intruder and on ordinary work: footholds, indicators, expected, names,
 * containers, rebuilt.
 */
final class IntrusionBlocks {
  private static final Kind<Grade> GRADE = Kind.grade(Grade.CONFIRMED, Grade.POSSIBLE);

  private final Block block;

  IntrusionBlocks(Block block) {
    this.block = block;
  }

  List<Foothold> footholds() {
    List<Foothold> footholds = new ArrayList<>();
    for (Block item : block.blocks("footholds")) {
      Optional<String> key = item.exactlyOne("host", "account", "session", "key", "address");
      String name = key.map(k -> item.required(k, target(k), "")).orElse("");
      Instant from = item.required("from", Kind.INSTANT, Instant.EPOCH);
      Optional<Instant> fromLatest = item.value("from_latest", Kind.INSTANT);
      Optional<Instant> until = item.value("until", Kind.INSTANT);
      if (fromLatest.filter(from::isAfter).isPresent()) {
        item.report(
            "from_latest", "lies before 'from'", "an instant at or after it", "Swap the two.");
      }
      checkOrder(item, Optional.of(fromLatest.orElse(from)), until);
      footholds.add(new Foothold(
          key.map(k -> Target.valueOf(k.toUpperCase(Locale.ROOT))).orElse(Target.HOST),
          name,
          from,
          fromLatest,
          until,
          item.required("grade", GRADE, Grade.POSSIBLE),
          item.value("by", Kind.TEXT),
          item.value("why", Kind.TEXT)));
      item.end();
    }
    return List.copyOf(footholds);
  }

  List<Indicator> indicators() {
    List<Indicator> indicators = new ArrayList<>();
    for (Block item : block.blocks("indicators")) {
      Optional<String> key =
          item.exactlyOne("address", "domain", "hash", "process", "account", "user_agent");
      String value = key.map(k -> item.required(k, target(k), "")).orElse("");
      Optional<Instant> from = item.value("from", Kind.INSTANT);
      Optional<Instant> until = item.value("until", Kind.INSTANT);
      checkOrder(item, from, until);
      item.value("by", Kind.TEXT);
      indicators.add(new Indicator(
          key.map(k -> IndicatorKind.valueOf(k.toUpperCase(Locale.ROOT)))
              .orElse(IndicatorKind.ADDRESS),
          value,
          from,
          until,
          item.required("grade", GRADE, Grade.POSSIBLE),
          item.value("why", Kind.TEXT)));
      item.end();
    }
    return List.copyOf(indicators);
  }

  List<Routine> expected() {
    List<Routine> routines = new ArrayList<>();
    for (Block item : block.blocks("expected")) {
      String account = item.required("account", Kind.TEXT, "");
      String does = item.required("does", Kind.TEXT, "");
      List<String> to = item.list("to", Kind.HOST_GLOB);
      if (!item.has("to")) {
        item.report(
            "to",
            "is missing",
            "the hosts that this routine reaches, as [\"hb-fs*\"]",
            "Add 'to: […]': without it the account would be trusted everywhere.");
      }
      routines.add(new Routine(
          account, does, to, item.value("by", Kind.TEXT), item.value("why", Kind.TEXT)));
      item.end();
    }
    return List.copyOf(routines);
  }

  List<Alias> names() {
    List<Alias> names = new ArrayList<>();
    for (Block item : block.blocks("names")) {
      Optional<String> key = item.exactlyOne("host", "account");
      String name = key.map(k -> item.required(k, Kind.TEXT, "")).orElse("");
      List<String> also = item.list("also", Kind.TEXT);
      if (also.isEmpty() && !item.has("also")) {
        item.report("also", "is missing", "its other names, as [S-1-5-21-…-1104]", "");
      }
      item.value("by", Kind.TEXT);
      item.value("why", Kind.TEXT);
      names.add(new Alias(
          key.filter("account"::equals).map(k -> Target.ACCOUNT).orElse(Target.HOST), name, also));
      item.end();
    }
    return List.copyOf(names);
  }

  List<Containers> containers() {
    List<Containers> containers = new ArrayList<>();
    for (Block item : block.blocks("containers")) {
      String node = item.required("node", Kind.TEXT, "");
      List<String> pods = item.list("pods", Kind.HOST_GLOB);
      if (!item.has("pods")) {
        item.report("pods", "is missing", "the containers on that host, as [\"web-*\"]", "");
      }
      containers.add(new Containers(node, pods));
      item.end();
    }
    return List.copyOf(containers);
  }

  List<Rebuilt> rebuilt() {
    List<Rebuilt> rebuilt = new ArrayList<>();
    for (Block item : block.blocks("rebuilt")) {
      rebuilt.add(new Rebuilt(
          item.required("host", Kind.TEXT, ""),
          item.required("at", Kind.INSTANT, Instant.EPOCH),
          item.value("by", Kind.TEXT),
          item.value("why", Kind.TEXT)));
      item.end();
    }
    return List.copyOf(rebuilt);
  }

  private static Kind<String> target(String key) {
    return key.equals("address") ? Kind.ADDRESS : Kind.TEXT;
  }

  private static void checkOrder(Block item, Optional<Instant> from, Optional<Instant> until) {
    if (until.isPresent() && from.isPresent() && !until.get().isAfter(from.get())) {
      item.report("until", "is not after the start", "an instant after it", "Swap the two.");
    }
  }
}

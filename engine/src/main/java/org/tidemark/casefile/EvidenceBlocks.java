package org.tidemark.casefile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.casefile.CaseFile.ClockOffset;
import org.tidemark.casefile.CaseFile.CollectedLog;
import org.tidemark.casefile.CaseFile.EvidenceSource;
import org.tidemark.casefile.CaseFile.InventorySource;
import org.tidemark.casefile.CaseFile.KeptLog;

/** The blocks that say where the evidence lies: evidence, inventory, collect, retention. */
final class EvidenceBlocks {
  private static final Kind<String> AUDIT =
      Kind.oneOf(List.of("logon", "process", "file", "change"));

  /** What a column of a table of logons may hold. */
  private static final List<String> FIELDS =
      List.of("time", "account", "domain", "from", "to", "outcome", "type", "session");

  private final Block block;
  private final Kind<String> organisation;

  EvidenceBlocks(Block block, Kind<String> organisation) {
    this.block = block;
    this.organisation = organisation;
  }

  List<EvidenceSource> sources() {
    List<Block> items = block.blocks("evidence");
    if (items.isEmpty() && !block.isScalar("evidence")) {
      block.report(
          "evidence",
          block.has("evidence") ? "is empty" : "is missing",
          "at least one folder or file of evidence",
          "Add 'evidence: [{path: logs/}]'.");
    }
    List<EvidenceSource> sources = new ArrayList<>();
    Map<String, Block> paths = new LinkedHashMap<>();
    for (Block item : items) {
      EvidenceSource source = source(item);
      Optional<Block> before = Optional.ofNullable(paths.putIfAbsent(source.path(), item));
      before
          .filter(b -> !source.path().isEmpty())
          .ifPresent(b -> item.report(
              "path",
              Problems.quoted(source.path()) + " stands twice (first on line " + b.line() + ")",
              "each path once",
              "Join the two entries."));
      sources.add(source);
    }
    return List.copyOf(sources);
  }

  private EvidenceSource source(Block item) {
    EvidenceSource source = new EvidenceSource(
        item.required("path", Kind.PATH, ""),
        item.value("zone", Kind.ZONE),
        item.block("clock_offset").map(EvidenceBlocks::offsets).orElse(Map.of()),
        item.value("supplied_by", organisation),
        item.value("collected_at", Kind.INSTANT),
        // A hole in record numbers means something only in an export that is declared whole.
        item.value("filtered", Kind.BOOLEAN).orElse(true),
        item.list("audits", AUDIT),
        item.value("of", Kind.TEXT),
        item.value("as", Kind.TEXT),
        item.value("format", Kind.FORMAT),
        item.block("columns").map(EvidenceBlocks::columns).orElse(Map.of()));
    if (source.as().isPresent() && source.of().isEmpty()) {
      item.report(
          "as",
          "stands without 'of'",
          "the host whose files these are copies of",
          "Add 'of: HOST' beside it.");
    }
    item.end();
    return source;
  }

  private static Map<String, String> columns(Block block) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (String field : FIELDS) {
      block.value(field, Kind.TEXT).ifPresent(column -> columns.put(field, column));
    }
    block.end();
    return Collections.unmodifiableMap(columns);
  }

  private static Map<String, List<ClockOffset>> offsets(Block block) {
    Map<String, List<ClockOffset>> offsets = new LinkedHashMap<>();
    for (String host : block.keyNames()) {
      if (block.isSequence(host)) {
        offsets.put(host, steps(block, host));
      } else {
        Optional<Duration> always = block.value(host, Kind.DURATION);
        always.ifPresent(o -> offsets.put(host, List.of(new ClockOffset(Optional.empty(), o))));
      }
    }
    return Collections.unmodifiableMap(offsets);
  }

  private static List<ClockOffset> steps(Block block, String host) {
    List<ClockOffset> steps = new ArrayList<>();
    Optional<Instant> before = Optional.empty();
    for (Block item : block.blocks(host)) {
      Optional<Instant> from = item.value("from", Kind.INSTANT);
      if (!steps.isEmpty() && !item.has("from")) {
        item.report("from", "is missing", "the instant from which this offset holds", "");
      } else if (before.isPresent() && from.isPresent() && !from.get().isAfter(before.get())) {
        item.report("from", "is not after the one before it", "instants in order", "Sort them.");
      }
      before = from.or(() -> Optional.empty());
      steps.add(new ClockOffset(from, item.required("offset", Kind.DURATION, Duration.ZERO)));
      item.end();
    }
    return List.copyOf(steps);
  }

  List<InventorySource> inventory() {
    List<InventorySource> inventory = new ArrayList<>();
    for (Block item : block.blocks("inventory")) {
      inventory.add(new InventorySource(
          item.required("path", Kind.PATH, ""), item.required("of", Kind.TEXT, "")));
      item.end();
    }
    return List.copyOf(inventory);
  }

  List<CollectedLog> collect() {
    List<CollectedLog> collect = new ArrayList<>();
    for (Block item : block.blocks("collect")) {
      CollectedLog log = new CollectedLog(
          item.required("hosts", Kind.HOST_GLOB, ""), item.list("sources", Kind.FORMAT));
      if (!item.has("sources")) {
        item.report(
            "sources",
            "is missing",
            "format ids of the logs that should exist, as [smb-access]",
            "See 'tidemark formats'.");
      }
      collect.add(log);
      item.end();
    }
    return List.copyOf(collect);
  }

  List<KeptLog> retention() {
    List<KeptLog> retention = new ArrayList<>();
    for (Block item : block.blocks("retention")) {
      item.exactlyOne("organisation", "hosts");
      retention.add(new KeptLog(
          item.value("organisation", organisation),
          item.value("hosts", Kind.HOST_GLOB),
          item.required("source", Kind.FORMAT, ""),
          item.required("days", Kind.DAYS, 1),
          item.value("by", Kind.TEXT),
          item.value("why", Kind.TEXT)));
      item.end();
    }
    return List.copyOf(retention);
  }
}

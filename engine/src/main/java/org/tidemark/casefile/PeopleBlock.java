package org.tidemark.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.casefile.CaseFile.ColumnKind;
import org.tidemark.casefile.CaseFile.Moment;
import org.tidemark.casefile.CaseFile.PeopleSettings;

/** The blocks {@code people} and {@code moments}. */
final class PeopleBlock {
  private static final List<String> ROLES =
      List.of("employee", "contractor", "partner", "user", "other");
  private static final List<String> MOMENTS = List.of("first_signal", "aware", "contained");

  private PeopleBlock() {}

  static Optional<PeopleSettings> read(Block block) {
    return block.block("people").map(people -> {
      PeopleSettings settings = new PeopleSettings(
          people.block("roles").map(PeopleBlock::roles).orElse(Map.of()),
          columns(people),
          people.value("default_country", Kind.COUNTRY));
      people.end();
      return settings;
    });
  }

  private static Map<String, List<String>> roles(Block block) {
    Map<String, List<String>> roles = new LinkedHashMap<>();
    for (String role : block.keyNames()) {
      if (ROLES.contains(role)) {
        roles.put(role, block.list(role, Kind.PATH_GLOB));
      }
    }
    ROLES.forEach(block::isKnown);
    block.end();
    return Collections.unmodifiableMap(roles);
  }

  private static List<ColumnKind> columns(Block people) {
    List<ColumnKind> columns = new ArrayList<>();
    for (Block item : people.blocks("columns")) {
      columns.add(new ColumnKind(
          item.required("files", Kind.PATH_GLOB, ""),
          item.required("column", Kind.TEXT, ""),
          item.required("kind", Kind.IDENTIFIER, "")));
      item.end();
    }
    return List.copyOf(columns);
  }

  static Map<String, Moment> moments(Block block) {
    return block.block("moments").map(PeopleBlock::readMoments).orElse(Map.of());
  }

  private static Map<String, Moment> readMoments(Block block) {
    Map<String, Moment> moments = new LinkedHashMap<>();
    for (String name : block.keyNames()) {
      if (MOMENTS.contains(name)) {
        moment(block, name).ifPresent(m -> moments.put(name, m));
      }
    }
    MOMENTS.forEach(block::isKnown);
    block.end();
    checkOrder(block, moments, "first_signal", "aware");
    checkOrder(block, moments, "first_signal", "contained");
    return Collections.unmodifiableMap(moments);
  }

  private static Optional<Moment> moment(Block block, String name) {
    if (block.isScalar(name)) {
      Optional<Instant> at = block.value(name, Kind.INSTANT);
      return at.map(instant -> new Moment(instant, Optional.empty(), Optional.empty()));
    }
    return block.block(name).map(item -> {
      Moment moment = new Moment(
          item.required("at", Kind.INSTANT, Instant.EPOCH),
          item.value("by", Kind.TEXT),
          item.value("why", Kind.TEXT));
      item.end();
      return moment;
    });
  }

  private static void checkOrder(
      Block block, Map<String, Moment> moments, String earlier, String later) {
    Moment first = moments.get(earlier);
    Moment second = moments.get(later);
    if (first != null && second != null && second.at().isBefore(first.at())) {
      block.report(later, "lies before '" + earlier + "'", "an instant at or after it", "");
    }
  }
}

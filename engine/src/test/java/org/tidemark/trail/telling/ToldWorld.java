package org.tidemark.trail.telling;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.tidemark.casefile.CaseFile;
import org.tidemark.engine.JsonDocument;
import org.tidemark.trail.TrailJson;
import org.tidemark.trail.World;

/** A {@link World} as its documents tell it: written as JSON and read again. */
record ToldWorld(CaseFile caseFile, ToldTrail trail, ToldEvidence evidence) {
  static ToldWorld of(Path temp, String world) {
    try (World.Outcome outcome = World.trace(temp, world)) {
      return new ToldWorld(
          outcome.caseFile(),
          ToldTrail.of(JsonDocument.tree(TrailJson.of(outcome.trail()))),
          ToldEvidence.of(JsonDocument.tree(outcome.evidence().json())));
    }
  }

  Explainer explainer() {
    return new Explainer(trail, evidence, SeenNames.NONE, caseFile);
  }

  /** {@code host fs1 reached possible session-used via host pc1 > kim pc1->fs1 possible +1}. */
  static String words(Explanation told) {
    return told.kind() + " " + told.name()
        + told.state().map(s -> " " + s).orElse("")
        + " " + told.grade().orElse("-")
        + told.rule().map(r -> " " + r).orElse("")
        + told.route().map(ToldWorld::route).orElse("")
        + (told.otherHops() > 0 ? " +" + told.otherHops() : "")
        + told.askFor().map(a -> " asks").orElse("");
  }

  private static String route(Explanation.Route route) {
    return " via "
        + route.foothold().map(f -> f.kind() + " " + f.name()).orElse("?")
        + (route.proven() ? "" : " unproven")
        + route.steps().stream()
            .map(s ->
                " > " + s.account() + " " + s.from().orElse("?") + "->" + s.to() + " " + s.grade())
            .collect(Collectors.joining());
  }
}

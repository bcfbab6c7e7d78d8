package org.tidemark.app.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tidemark.app.ExitStatus;
import org.tidemark.app.Failure;
import org.tidemark.app.Terminal;
import org.tidemark.app.report.ResultFiles;
import org.tidemark.app.telling.ReachedObjects;
import org.tidemark.engine.StoppedException;
import org.tidemark.engine.Tables;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.EvidenceStage;
import org.tidemark.trail.telling.Explainer;
import org.tidemark.trail.telling.Explanation;
import org.tidemark.trail.telling.Match;
import org.tidemark.trail.telling.ReachedObject;
import org.tidemark.trail.telling.SeenNames;
import org.tidemark.trail.telling.ToldEvidence;
import org.tidemark.trail.telling.ToldTrail;

/** {@code tidemark trace CASE --explain X}: finds what is meant and explains it. */
final class Explaining {
  private static final int LISTED = 20;

  private final Terminal terminal;
  private final OpenCase opened;
  private final TracedCase traced;

  Explaining(Terminal terminal, OpenCase opened, TracedCase traced) {
    this.terminal = terminal;
    this.opened = opened;
    this.traced = traced;
  }

  /**
   * Explains one thing.
   *
   * @throws Failure when nothing is called so, or several things are
   */
  Explanation of(String asked) throws IOException, StoppedException {
    Path documents = traced.documents();
    ResultFiles result = ResultFiles.read(documents);
    ToldEvidence told = ToldEvidence.of(result.evidence());
    Optional<Evidence> evidence = EvidenceStage.open(opened.folder().work());
    try {
      SeenNames seen =
          evidence.map(e -> new SeenNames(e.endpoints(), e.accounts())).orElse(SeenNames.NONE);
      Explainer explainer = new Explainer(ToldTrail.of(result.trail()), told, seen, opened.file());
      List<Match> matches = new ArrayList<>(explainer.find(asked));
      List<ReachedObject> objects = matches.isEmpty() ? objects(asked, documents, told) : List.of();
      objects.forEach(
          o -> matches.add(new Match(Match.Kind.OBJECT, o.id(), o.name() + " on " + o.host())));
      if (matches.isEmpty()) {
        throw fault(nothing(asked, explainer.near(asked)));
      }
      if (matches.size() > 1) {
        throw fault(several(asked, matches));
      }
      return objects.isEmpty()
          ? explainer.explain(asked, matches.get(0))
          : explainer.explain(asked, objects.get(0));
    } finally {
      evidence.ifPresent(Evidence::close);
    }
  }

  /** Objects lie in the published result alone: a trace does not look for them. */
  private List<ReachedObject> objects(String asked, Path documents, ToldEvidence evidence)
      throws IOException, StoppedException {
    Path result = opened.folder().result();
    if (!ReachedObjects.areIn(result)) {
      return List.of();
    }
    List<ReachedObject> found = traced.run((engine, progress, cancellation) -> {
      try (Tables tables = engine.openTables(opened.folder().spill())) {
        return ReachedObjects.find(asked, result, tables, evidence);
      }
    });
    if (!found.isEmpty() && !documents.equals(result)) {
      terminal
          .err()
          .println("Note: objects are those of the last 'tidemark investigate', and the trail was"
              + " traced anew since; run that again to renew them.");
    }
    return found;
  }

  private String nothing(String asked, List<String> near) {
    return "--explain: '" + asked + "' is no hop, host, account, session or object of this case"
        + (near.isEmpty() ? "." : ". Did you mean '" + String.join("' or '", near) + "'?")
        + (ReachedObjects.areIn(opened.folder().result())
            ? ""
            : " Objects are known once 'tidemark investigate' has run.");
  }

  private static String several(String asked, List<Match> matches) {
    StringBuilder text = new StringBuilder("--explain: '" + asked + "' may be " + matches.size()
        + " things. Name one by its id or its whole name:");
    for (Match match : matches.subList(0, Math.min(LISTED, matches.size()))) {
      text.append(String.format(Locale.ROOT, "%n  %s %s", match.kind().id(), match.id()));
      if (!match.id().equals(match.name())) {
        text.append("  ").append(match.name());
      }
    }
    if (matches.size() > LISTED) {
      text.append(String.format(Locale.ROOT, "%n  and %d more", matches.size() - LISTED));
    }
    return text.toString();
  }

  private static Failure fault(String message) {
    return new Failure(
        ExitStatus.CASE_AT_FAULT, message.replaceAll("[\\p{Cntrl}&&[^\\r\\n]]", "?"));
  }
}

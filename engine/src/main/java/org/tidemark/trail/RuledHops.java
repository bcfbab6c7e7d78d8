package org.tidemark.trail;

import java.util.HashSet;
import java.util.Set;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.Grade;

/** Logons that a responder took out of the trail: what was done in their sessions goes too. */
final class RuledHops {
  private final Set<String> out = new HashSet<>();
  private final HopMaker hopMaker;

  RuledHops(CaseFile caseFile, HopMaker hopMaker) {
    this.hopMaker = hopMaker;
    for (CaseFile.Ruling ruling : caseFile.rulings()) {
      boolean excludes =
          ruling.grade().filter(g -> g == Grade.EXCLUDED || g == Grade.UNKNOWN).isPresent();
      if (ruling.kind().equals("hop") && excludes) {
        out.add(ruling.target());
      }
    }
  }

  boolean out(SessionLogons.Opened opened) {
    return !out.isEmpty() && out.contains(hopMaker.id(opened.row()));
  }
}

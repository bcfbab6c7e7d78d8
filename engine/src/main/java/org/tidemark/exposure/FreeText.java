package org.tidemark.exposure;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.exposure.FindingBlock.Finding;
import org.tidemark.exposure.identifiers.Identifier;
import org.tidemark.exposure.identifiers.Identifiers;
import org.tidemark.exposure.readers.Utf8;

/**
 * Identifiers in running text: only kinds that prove themselves, each a record of its own, since
 * nothing says that two of them in one sentence belong to one person. Where two kinds overlap the
 * one of the longer match stays.
 */
final class FreeText {
  private final FindingBlock.Builder block;
  private final Identifier.Hints hints;

  FreeText(FindingBlock.Builder block, Identifier.Hints hints) {
    this.block = block;
    this.hints = hints;
  }

  private record Hit(Identifier identifier, int from, int to, String match, String rule) {}

  /**
   * Finds what stands in {@code text}.
   *
   * @param place place of the line or cell
   * @param byteBase where {@code text} begins in it, in bytes of UTF-8
   */
  void scan(String place, String text, long byteBase) {
    List<Hit> hits = new ArrayList<>(0);
    for (Identifier identifier : Identifiers.ALL) {
      identifier.find(
          text,
          hints,
          (from, to, match, rule) -> hits.add(new Hit(identifier, from, to, match, rule)));
    }
    if (hits.isEmpty()) {
      return;
    }
    hits.sort((a, b) -> a.from() != b.from()
        ? Integer.compare(a.from(), b.from())
        : Integer.compare(b.to(), a.to()));
    int end = 0;
    int counted = 0;
    long bytes = byteBase;
    for (int i = 0; i < hits.size(); i++) {
      Hit hit = hits.get(i);
      if (hit.from() < end || insideNext(hits, i)) {
        continue;
      }
      end = hit.to();
      bytes += Utf8.length(text, counted, hit.from());
      long to = bytes + Utf8.length(text, hit.from(), hit.to());
      String at = place + "/byte:" + bytes + "-" + to;
      counted = hit.to();
      bytes = to;
      emit(at, hit, text.substring(hit.from(), hit.to()));
    }
  }

  /** Whether a longer hit begins inside this one. */
  private static boolean insideNext(List<Hit> hits, int index) {
    Hit hit = hits.get(index);
    for (int i = index + 1; i < hits.size() && hits.get(i).from() < hit.to(); i++) {
      if (hits.get(i).to() - hits.get(i).from() > hit.to() - hit.from()) {
        return true;
      }
    }
    return false;
  }

  private void emit(String at, Hit hit, String value) {
    Identifier identifier = hit.identifier();
    block.record(
        at,
        List.of(new Finding(
            at, identifier.kind(), identifier.category().id(), value, hit.match(), hit.rule())));
  }
}

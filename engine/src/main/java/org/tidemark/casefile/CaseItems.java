package org.tidemark.casefile;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Marks of what the responder said, item by item, for the blocks that the trail hangs on: equal
 * items have equal marks, so that two results can tell which ruling is new without either keeping
 * the other's case.yaml. Where an item stands in the file makes no difference.
 */
public final class CaseItems {
  private CaseItems() {}

  /** Block of case.yaml → marks of its items, sorted; every block is there, an empty one too. */
  public static SortedMap<String, List<String>> of(CaseFile c) {
    SortedMap<String, List<String>> items = new TreeMap<>();
    items.put("controller", List.of(mark(c.controller())));
    items.put("organisations", marks(c.organisations()));
    items.put("trust", marks(c.trust()));
    items.put("footholds", marks(c.footholds()));
    items.put("indicators", marks(c.indicators()));
    items.put("proof", marks(c.proof()));
    items.put("expected", marks(c.expected()));
    items.put("names", marks(c.names()));
    items.put("shared", marks(c.shared()));
    items.put("rulings", c.rulings().stream().map(CaseItems::ofRuling).sorted().toList());
    items.put("evidence", marks(c.evidence()));
    items.put(
        "moments",
        marks(c.moments().moments().entrySet().stream()
            .map(moment -> List.of(moment.getKey(), moment.getValue()))
            .toList()));
    return items;
  }

  /** The mark of one ruling. */
  public static String ofRuling(CaseFile.Ruling r) {
    return mark(new CaseFile.Ruling(r.kind(), r.target(), r.grade(), r.at(), r.by(), r.why(), 0));
  }

  /** The mark of one item. */
  public static String mark(Object item) {
    return ContentId.of('C', CaseParts.canonical(item));
  }

  private static List<String> marks(Collection<?> items) {
    return items.stream().map(CaseItems::mark).sorted().toList();
  }
}

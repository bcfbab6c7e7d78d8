package org.tidemark.app.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tidemark.app.report.Picture.Arc;
import org.tidemark.app.report.Picture.Lane;
import org.tidemark.app.report.TrailView.HopView;

/**
 * Hops as arcs. Hops alike (same lanes, same grade) that stand closer than a few units are one arc
 * with a count; the
 * closeness grows until at most {@link #ARCS_MAX} are left. What still is too much is left out,
 * the least sure first.
 *
 * @param drawn in order of drawing: the least important first, so that the others lie on top
 * @param hopsDrawn how many hops these stand for
 */
record PictureArcs(List<Arc> drawn, long hopsDrawn) {
  static final int ARCS_MAX = 300;
  private static final double CLOSE_MIN = 5;

  /** What hops must share to be one arc. */
  private record Likeness(
      double fromY,
      double toY,
      boolean confirmed,
      boolean crossing,
      boolean ownerLike,
      long slot) {}

  /** {@code number}: of the first hop in the page's list, from 1; 0 = not numbered. */
  private record Group(HopView first, int number, List<HopView> hops, double x) {}

  static PictureArcs of(
      List<HopView> hops, Function<String, Optional<Lane>> laneOf, TimeScale time) {
    List<Arc> arcs = List.of();
    for (double close = CLOSE_MIN; close < 3000; close *= 2) {
      arcs = group(hops, laneOf, time, close);
      if (arcs.size() <= ARCS_MAX) {
        break;
      }
    }
    List<Arc> kept = new ArrayList<>(arcs);
    kept.sort(Comparator.comparingInt(PictureArcs::weight).thenComparing(Arc::x));
    if (kept.size() > ARCS_MAX) {
      kept = kept.subList(kept.size() - ARCS_MAX, kept.size());
    }
    return new PictureArcs(
        List.copyOf(kept), kept.stream().mapToLong(Arc::count).sum());
  }

  private static int weight(Arc arc) {
    return (arc.crossing() ? 4 : 0) + (arc.confirmed() ? 2 : 0) + (arc.ownerLike() ? -8 : 0);
  }

  private static List<Arc> group(
      List<HopView> hops, Function<String, Optional<Lane>> laneOf, TimeScale time, double close) {
    Map<Likeness, Group> groups = new LinkedHashMap<>();
    int numbered = 0;
    for (HopView hop : hops) {
      int number = hop.ownerLike() ? 0 : ++numbered;
      Optional<Lane> from = laneOf.apply(hop.from());
      Optional<Lane> to = laneOf.apply(hop.to());
      if (from.isEmpty() || to.isEmpty()) {
        continue;
      }
      double x = time.x(hop.at());
      Likeness likeness = new Likeness(
          from.get().y(),
          to.get().y(),
          hop.grade().equals("confirmed"),
          hop.crosses(),
          hop.ownerLike(),
          (long) Math.floor(x / close));
      groups
          .computeIfAbsent(likeness, l -> new Group(hop, number, new ArrayList<>(), x))
          .hops()
          .add(hop);
    }
    List<Arc> arcs = new ArrayList<>();
    groups.forEach((likeness, group) -> arcs.add(arc(likeness, group)));
    return arcs;
  }

  private static Arc arc(Likeness likeness, Group group) {
    HopView hop = group.first();
    int count = group.hops().size();
    String title =
        Wording.minute(hop.at()) + ": " + hop.account() + " from " + hop.source() + " to "
            + hop.to() + ", " + hop.grade() + " (" + hop.rule() + ")"
            + (count > 1 ? ", and " + Wording.count(count - 1) + " alike" : "");
    return new Arc(
        group.x(),
        likeness.fromY(),
        likeness.toY(),
        likeness.confirmed(),
        likeness.crossing(),
        likeness.ownerLike(),
        count,
        group.number(),
        hop.id(),
        title);
  }
}

package org.tidemark.app.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tidemark.app.report.Picture.Band;
import org.tidemark.app.report.Picture.Bar;
import org.tidemark.app.report.Picture.Gap;
import org.tidemark.app.report.Picture.Lane;
import org.tidemark.app.report.Picture.Moment;
import org.tidemark.app.report.Picture.Shape;
import org.tidemark.app.report.Picture.Shown;
import org.tidemark.app.report.Picture.Tide;
import org.tidemark.app.report.Picture.TidePoint;
import org.tidemark.app.report.ReportRows.TideStep;
import org.tidemark.app.report.TrailView.HopView;
import org.tidemark.app.report.TrailView.HostView;

/**
 * Lays the picture out: a pure function from the result to places. At most {@link #LANES_MAX}
 * hosts have a lane of
 * their own; those on which an organisation was crossed come first, then what is held, then what
 * is confirmed; the
 * others share a lane per organisation.
 */
final class PictureLayout {
  static final int LANES_MAX = 40;
  static final String OUTSIDE = "outside";

  private static final double TOP = 12;
  private static final double MOMENT_ROW = 15;
  private static final double BAND_GAP = 10;

  private final TrailView trail;
  private final CaseNames names;
  private final Shape shape;
  private final TimeScale time;

  private final List<Band> bands = new ArrayList<>();
  private final List<Lane> lanes = new ArrayList<>();
  private final Map<String, Lane> laneOf = new LinkedHashMap<>();
  private double y;

  private PictureLayout(TrailView trail, CaseNames names, Shape shape, TimeScale time) {
    this.trail = trail;
    this.names = names;
    this.shape = shape;
    this.time = time;
  }

  /** The picture, or empty where neither a hop nor a host has a time. */
  static Optional<Picture> lay(
      TrailView trail, List<TideStep> tide, JsonNode coverage, CaseNames names, Shape shape) {
    List<Instant> instants = new ArrayList<>();
    trail.hosts().forEach(h -> h.from().ifPresent(instants::add));
    trail.hops().forEach(h -> instants.add(h.at()));
    if (instants.isEmpty()) {
      return Optional.empty();
    }
    tide.forEach(t -> Wording.instant(t.at()).ifPresent(instants::add));
    instants.addAll(names.moments().values());
    TimeScale time = TimeScale.over(instants, shape.gutter(), shape.right());
    return Optional.of(new PictureLayout(trail, names, shape, time).lay(tide, coverage));
  }

  private Picture lay(List<TideStep> tide, JsonNode coverage) {
    List<Moment> moments = moments();
    y = TOP + MOMENT_ROW * moments.stream().mapToInt(m -> m.row() + 1).max().orElse(0);
    placeLanes();
    PictureArcs arcs = PictureArcs.of(trail.hops(), this::laneOfHop, time);
    double tideTop = y + 34;
    Tide water = tide(tide, tideTop, tideTop + shape.tideHeight());
    return new Picture(
        shape,
        water.bottom() + 34,
        List.copyOf(bands),
        List.copyOf(lanes),
        bars(),
        gaps(coverage),
        arcs.drawn(),
        time.ticks(shape.ticksMax()),
        moments,
        water,
        new Shown(
            lanes.stream().filter(l -> !l.rest()).count() - (laneOf.containsKey(OUTSIDE) ? 1 : 0),
            trail.hosts().size(),
            arcs.hopsDrawn(),
            trail.hops().size()));
  }

  private void placeLanes() {
    Map<String, List<HostView>> byOrganisation = new LinkedHashMap<>();
    Set<String> known = new HashSet<>();
    trail.hosts().forEach(h -> known.add(h.name()));
    Optional<Instant> outsideAt = trail.hops().stream()
        .filter(h -> !known.contains(h.from()))
        .map(HopView::at)
        .findFirst();
    for (HostView host : trail.hosts()) {
      if (outsideAt.isPresent()
          && !byOrganisation.containsKey(OUTSIDE)
          && !byOrganisation.containsKey(host.organisation())
          && host.from().orElse(Instant.MAX).isAfter(outsideAt.get())) {
        byOrganisation.put(OUTSIDE, new ArrayList<>());
      }
      byOrganisation
          .computeIfAbsent(host.organisation(), o -> new ArrayList<>())
          .add(host);
    }
    if (outsideAt.isPresent()) {
      byOrganisation.computeIfAbsent(OUTSIDE, o -> new ArrayList<>());
    }
    Set<String> crossed = new HashSet<>();
    trail.hops().stream().filter(h -> h.crosses() && !h.ownerLike()).forEach(h -> {
      crossed.add(h.from());
      crossed.add(h.to());
    });
    List<HostView> chosen = trail.hosts().stream()
        .sorted(Comparator.comparingInt(h -> rank(h, crossed)))
        .limit(LANES_MAX)
        .toList();
    byOrganisation.forEach((organisation, hosts) -> placeBand(organisation, hosts, chosen));
  }

  private static int rank(HostView host, Set<String> crossed) {
    return (crossed.contains(host.name()) ? 0 : 4)
        + (host.held() ? 0 : 2)
        + (host.grade().equals("confirmed") ? 0 : 1);
  }

  private void placeBand(String organisation, List<HostView> hosts, List<HostView> chosen) {
    double top = y;
    y += shape.bandHead();
    int rest = 0;
    for (HostView host : hosts) {
      if (chosen.contains(host)) {
        laneOf.put(host.name(), addLane(host.name(), title(host), false));
      } else {
        rest++;
      }
    }
    if (organisation.equals(OUTSIDE)) {
      laneOf.put(
          OUTSIDE, addLane("no host known", "a source that no log resolves to a host", false));
    }
    if (rest > 0) {
      Lane lane = addLane("+ " + Wording.count(rest), "further hosts of this organisation", true);
      hosts.forEach(h -> laneOf.putIfAbsent(h.name(), lane));
    }
    y += 6;
    bands.add(new Band(organisation, top, y - top));
    y += BAND_GAP;
  }

  private Lane addLane(String name, String title, boolean rest) {
    Lane lane = new Lane(name, title, y + shape.laneHeight() / 2, rest);
    lanes.add(lane);
    y += shape.laneHeight();
    return lane;
  }

  private String title(HostView host) {
    return host.name() + ", " + names.organisation(host.organisation()) + ": "
        + (host.held() ? "held" : "reached") + ", " + host.grade() + " (" + host.rule() + ")"
        + host.from().map(at -> ", from " + Wording.minute(at)).orElse("");
  }

  private Optional<Lane> laneOfHop(String host) {
    return Optional.ofNullable(laneOf.getOrDefault(host, laneOf.get(OUTSIDE)));
  }

  private List<Bar> bars() {
    List<Bar> bars = new ArrayList<>();
    for (HostView host : trail.hosts()) {
      Lane lane = laneOf.get(host.name());
      if (!host.held() || lane == null || lane.rest() || host.heldFrom().isEmpty()) {
        continue;
      }
      double from = time.x(host.heldFrom().get());
      double to = host.until()
          .map(time::x)
          .orElse(time.x(names.moments().getOrDefault("contained", Instant.MAX)));
      bars.add(new Bar(
          from,
          lane.y(),
          Math.max(3, to - from),
          host.grade().equals("confirmed"),
          title(host) + host.until().map(at -> ", until " + Wording.minute(at)).orElse("")));
    }
    return bars;
  }

  private List<Gap> gaps(JsonNode coverage) {
    List<Gap> gaps = new ArrayList<>();
    for (JsonNode span : coverage) {
      Lane lane = laneOf.get(span.path("host").asText(""));
      if (lane == null || lane.rest()) {
        continue;
      }
      for (JsonNode gap : span.path("gaps")) {
        Optional<Instant> from = Wording.instant(gap.path("from").asText(""));
        Optional<Instant> to = Wording.instant(gap.path("to").asText(""));
        if (from.isEmpty() || to.isEmpty() || time.isOutside(from.get(), to.get())) {
          continue;
        }
        double x = time.x(from.get());
        Gap drawn = new Gap(
            x,
            lane.y() - shape.laneHeight() / 2 + 2,
            Math.max(2, time.x(to.get()) - x),
            "gap in the log (" + Wording.words(gap.path("why").asText("")) + "), "
                + Wording.minute(from.get()) + " to " + Wording.minute(to.get()));
        if (!gaps.contains(drawn)) {
          gaps.add(drawn);
        }
      }
    }
    return gaps;
  }

  private List<Moment> moments() {
    List<Moment> moments = new ArrayList<>();
    double width = shape.width() / 9;
    double free0 = -1;
    double free1 = -1;
    List<Map.Entry<String, Instant>> ordered = names.moments().entrySet().stream()
        .sorted(Map.Entry.<String, Instant>comparingByValue().thenComparing(Map.Entry::getKey))
        .toList();
    for (Map.Entry<String, Instant> entry : ordered) {
      double x = time.x(entry.getValue());
      int row = x - width >= free0 ? 0 : x - width >= free1 ? 1 : 2;
      free0 = row == 0 ? x : free0;
      free1 = row == 1 ? x : free1;
      moments.add(new Moment(x, Wording.words(entry.getKey()), row));
    }
    return moments;
  }

  private Tide tide(List<TideStep> steps, double top, double bottom) {
    List<TidePoint> points = new ArrayList<>();
    long confirmed = 0;
    long all = 0;
    for (TideStep step : steps) {
      Optional<Instant> at = Wording.instant(step.at());
      if (at.isEmpty()) {
        continue;
      }
      confirmed += step.confirmed();
      all += step.confirmed() + step.possible();
      TidePoint point = new TidePoint(Math.rint(time.x(at.get())), confirmed, all);
      if (!points.isEmpty() && points.get(points.size() - 1).x() == point.x()) {
        points.remove(points.size() - 1);
      }
      points.add(point);
    }
    return new Tide(top, bottom, all, confirmed, points);
  }
}

package org.tidemark.app.report;

import static org.tidemark.app.report.Html.at;
import static org.tidemark.app.report.Html.cls;
import static org.tidemark.app.report.Html.el;
import static org.tidemark.app.report.Html.number;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.app.report.Picture.Arc;
import org.tidemark.app.report.Picture.Band;
import org.tidemark.app.report.Picture.Bar;
import org.tidemark.app.report.Picture.Lane;
import org.tidemark.app.report.Picture.Moment;
import org.tidemark.app.report.Picture.Tide;
import org.tidemark.app.report.Picture.TidePoint;

/**
 * Draws a {@link Picture} as inline SVG. Colours come from the style sheet; grades differ in shape
 * too.
 */
final class PictureDrawing {
  private static final double BADGE = 8;

  private final Picture picture;
  private final CaseNames names;
  private final String id;

  private PictureDrawing(Picture picture, CaseNames names) {
    this.picture = picture;
    this.names = names;
    this.id = picture.shape().id();
  }

  static Html draw(Picture picture, CaseNames names) {
    return new PictureDrawing(picture, names).svg();
  }

  private Html svg() {
    double width = picture.shape().width();
    return el(
        "svg",
        cls("picture picture-" + id),
        at("viewBox", "0 0 " + number(width) + " " + number(picture.height())),
        at("role", "group"),
        at("aria-labelledby", id + "-title " + id + "-desc"),
        el("title", at("id", id + "-title"), "The tidemark picture"),
        el("desc", at("id", id + "-desc"), description()),
        definitions(),
        picture.bands().stream().map(this::band).toList(),
        ticks(),
        picture.lanes().stream().map(this::lane).toList(),
        picture.gaps().stream().map(this::gap).toList(),
        picture.bars().stream().map(this::bar).toList(),
        tide(),
        picture.moments().stream().map(this::moment).toList(),
        picture.arcs().stream().map(this::arc).toList(),
        badges());
  }

  private String description() {
    Picture.Shown shown = picture.shown();
    return "Time runs to the right. " + Wording.count(shown.hops(), "hop", "hops") + " between "
        + Wording.count(shown.hosts(), "host", "hosts")
        + ", grouped by organisation in the order of"
        + " arrival; below, " + Wording.count(picture.tide().most(), "person", "people")
        + " exposed over time. The same facts stand in the tables that follow.";
  }

  private Html definitions() {
    return el(
        "defs",
        el(
            "pattern",
            at("id", id + "-gap"),
            at("width", 6),
            at("height", 6),
            at("patternUnits", "userSpaceOnUse"),
            at("patternTransform", "rotate(45)"),
            el("rect", cls("hatch"), at("width", 2), at("height", 6))),
        el(
            "linearGradient",
            at("id", id + "-water"),
            at("x1", 0),
            at("y1", 0),
            at("x2", 0),
            at("y2", 1),
            el("stop", cls("water-top"), at("offset", "0")),
            el("stop", cls("water-deep"), at("offset", "1"))));
  }

  private Html band(Band band) {
    boolean outside = band.organisation().equals(PictureLayout.OUTSIDE);
    String name = outside ? "Outside, or unknown" : names.organisation(band.organisation());
    return el(
        "g",
        cls(band.organisation().equals(names.controller()) ? "band own" : "band"),
        el(
            "rect",
            at("x", 0.5),
            at("y", band.y()),
            at("width", picture.shape().width() - 1),
            at("height", band.height()),
            at("rx", 6)),
        el(
            "text",
            cls("organisation"),
            at("x", 12),
            at("y", band.y() + 20),
            at("lang", names.language(band.organisation())),
            Wording.cut(name, 48)));
  }

  private Html ticks() {
    List<Html> lines = new ArrayList<>();
    double bottom = picture.tide().bottom();
    double free = 0;
    for (Picture.Tick tick : picture.ticks()) {
      lines.add(el(
          "line",
          cls("tick"),
          at("x1", tick.x()),
          at("x2", tick.x()),
          at("y1", picture.bands().get(0).y() - 4),
          at("y2", bottom)));
      if (tick.x() >= free) {
        lines.add(el(
            "text",
            cls("tick-label"),
            at("x", tick.x()),
            at("y", bottom + 18),
            at("text-anchor", tick.x() > picture.shape().right() - 40 ? "end" : "middle"),
            tick.label()));
        free = tick.x() + 7.0 * tick.label().length() + 8;
      }
    }
    return el("g", lines);
  }

  private Html lane(Lane lane) {
    double left = picture.shape().gutter();
    return el(
        "g",
        cls(lane.rest() ? "lane rest" : "lane"),
        el(
            "line",
            at("x1", left),
            at("x2", picture.shape().right()),
            at("y1", lane.y()),
            at("y2", lane.y())),
        el(
            "text",
            at("x", left - 12),
            at("y", lane.y() + 4),
            at("text-anchor", "end"),
            el("title", lane.title()),
            Wording.cutMiddle(lane.name(), picture.shape().nameMax())));
  }

  private Html gap(Picture.Gap gap) {
    return el(
        "g",
        cls("gap"),
        el(
            "rect",
            at("fill", "url(#" + id + "-gap)"),
            at("x", gap.x()),
            at("y", gap.y()),
            at("width", gap.width()),
            at("height", picture.shape().laneHeight() - 4),
            el("title", gap.title())));
  }

  private Html bar(Bar bar) {
    return el(
        "rect",
        cls(bar.confirmed() ? "hold confirmed" : "hold possible"),
        at("x", bar.x()),
        at("y", bar.y() - 4),
        at("width", bar.width()),
        at("height", 8),
        at("rx", 4),
        el("title", bar.title()));
  }

  private Html moment(Moment moment) {
    double labelY = 16 + 15 * moment.row();
    return el(
        "g",
        cls("moment"),
        el(
            "line",
            at("x1", moment.x()),
            at("x2", moment.x()),
            at("y1", labelY + 4),
            at("y2", picture.tide().bottom())),
        el(
            "text",
            at("x", moment.x() + 3),
            at("y", labelY),
            at("text-anchor", "end"),
            moment.label()));
  }

  /** Both ends stand at the time of the hop; the arc swings left, where the intruder came from. */
  private Html arc(Arc arc) {
    double dy = arc.toY() - arc.fromY();
    if (dy == 0) {
      return el(
          "circle",
          cls(kind(arc)),
          at("cx", arc.x()),
          at("cy", arc.toY()),
          at("r", 3),
          el("title", arc.title()));
    }
    double swing = arc.x() - Math.min(picture.shape().swingMax(), 7 + Math.abs(dy) * 0.16);
    String path = "M" + number(arc.x()) + " " + number(arc.fromY()) + " C" + number(swing) + " "
        + number(arc.fromY() + dy * 0.08) + " " + number(swing) + " "
        + number(arc.toY() - dy * 0.08) + " " + number(arc.x()) + " " + number(arc.toY());
    return el(
        "g",
        cls(kind(arc)),
        el("path", cls("run"), at("d", path), el("title", arc.title())),
        el(
            "circle",
            cls("end"),
            at("cx", arc.x()),
            at("cy", arc.toY()),
            at("r", arc.ownerLike() ? 1.8 : 3.2)));
  }

  private static String kind(Arc arc) {
    return "hop " + (arc.confirmed() ? "confirmed" : "possible")
        + (arc.crossing() ? " crossing" : "") + (arc.ownerLike() ? " owner-like" : "");
  }

  /** The hop's number in the list below, beside its end, where there is room for it. */
  private Html badges() {
    Map<Double, Double> free = new HashMap<>();
    List<Html> badges = new ArrayList<>();
    List<Arc> ordered = picture.arcs().stream()
        .filter(a -> !a.ownerLike())
        .sorted(java.util.Comparator.comparingDouble(Arc::x).thenComparing(Arc::number))
        .toList();
    for (Arc arc : ordered) {
      double x = Math.min(arc.x() + BADGE + 6, picture.shape().right() - BADGE);
      if (x < free.getOrDefault(arc.toY(), 0.0)) {
        continue;
      }
      free.put(arc.toY(), x + 2 * BADGE + 2);
      badges.add(el(
          "a",
          at("href", "#" + arc.href()),
          cls(arc.confirmed() ? "badge confirmed" : "badge possible"),
          el("title", arc.title()),
          el("circle", at("cx", x), at("cy", arc.toY()), at("r", BADGE)),
          el(
              "text",
              at("x", x),
              at("y", arc.toY() + 3.5),
              at("text-anchor", "middle"),
              arc.number())));
    }
    return el("g", badges);
  }

  private Html tide() {
    Tide tide = picture.tide();
    double left = picture.shape().gutter();
    double right = picture.shape().right();
    List<Object> parts = new ArrayList<>();
    parts.add(el("text", cls("organisation"), at("x", 12), at("y", tide.top() + 12), "People"));
    parts.add(
        el("text", cls("axis-note"), at("x", 12), at("y", tide.top() + 28), "exposed so far"));
    parts.add(el(
        "line",
        cls("seabed"),
        at("x1", left),
        at("x2", right),
        at("y1", tide.bottom()),
        at("y2", tide.bottom())));
    if (tide.most() > 0) {
      parts.add(area(tide, true, right, "water all"));
      parts.add(area(tide, false, right, "water sure"));
      parts.add(el("path", cls("tideline"), at("d", line(tide, right))));
      parts.add(label(right - 4, y(tide, tide.most()) - 7, "tide-label", people(tide.most())));
      if (tide.confirmed() > 0 && tide.confirmed() < tide.most()) {
        parts.add(label(
            right - 4,
            y(tide, tide.confirmed()) + 17,
            "tide-label sure",
            Wording.count(tide.confirmed()) + " confirmed"));
      }
    }
    return el("g", cls("tide"), parts);
  }

  private static String people(long n) {
    return Wording.count(n, "person", "people");
  }

  private static Html label(double x, double y, String kind, String text) {
    return el("text", cls(kind), at("x", x), at("y", y), at("text-anchor", "end"), text);
  }

  private Html area(Tide tide, boolean all, double right, String kind) {
    StringBuilder path = new StringBuilder();
    double before = tide.bottom();
    for (TidePoint point : tide.points()) {
      double y = y(tide, all ? point.all() : point.confirmed());
      path.append(path.isEmpty() ? "M" : "L")
          .append(number(point.x()))
          .append(' ')
          .append(number(before));
      path.append('L').append(number(point.x())).append(' ').append(number(y));
      before = y;
    }
    path.append('L').append(number(right)).append(' ').append(number(before));
    path.append('L')
        .append(number(right))
        .append(' ')
        .append(number(tide.bottom()))
        .append('Z');
    return all
        ? el("path", cls(kind), at("fill", "url(#" + id + "-water)"), at("d", path.toString()))
        : el("path", cls(kind), at("d", path.toString()));
  }

  private String line(Tide tide, double right) {
    StringBuilder path = new StringBuilder();
    double before = tide.bottom();
    for (TidePoint point : tide.points()) {
      path.append(path.isEmpty() ? "M" : "L")
          .append(number(point.x()))
          .append(' ')
          .append(number(before));
      before = y(tide, point.all());
      path.append('L').append(number(point.x())).append(' ').append(number(before));
    }
    return path.append('L')
        .append(number(right))
        .append(' ')
        .append(number(before))
        .toString();
  }

  private static double y(Tide tide, long people) {
    return tide.bottom() - (tide.bottom() - tide.top() - 24) * people / Math.max(1, tide.most());
  }
}

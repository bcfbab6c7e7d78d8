package org.tidemark.app.report;

import static org.tidemark.app.report.Html.at;
import static org.tidemark.app.report.Html.cls;
import static org.tidemark.app.report.Html.el;
import static org.tidemark.app.report.Html.number;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.app.report.CoverageLayout.Band;
import org.tidemark.app.report.CoverageLayout.Run;
import org.tidemark.app.report.CoverageRows.Row;
import org.tidemark.app.report.CoverageRows.Trust;
import org.tidemark.app.report.TrailView.HostView;

/**
 * Draws {@link CoverageRows} as a heat strip, in SVG: a row a host, time to the right. Each kind of
 * stretch has a pattern of its own, each mark a shape of its own; colour only helps.
 */
final class CoverageStrip {
  private static final double SLOT = 2;
  private static final double BAR = 12;

  /** How large: {@code gutter} holds host names, {@code margin} the share at the right. */
  record Shape(
      String id, double width, double gutter, double margin, double row, int ticks, int name) {
    static final Shape WIDE = new Shape("cw", 1080, 172, 66, 19, 10, 21);
    static final Shape NARROW = new Shape("cn", 390, 92, 40, 20, 4, 11);
  }

  private final CoverageRows coverage;
  private final CoverageLayout layout;
  private final CaseNames names;
  private final Shape shape;
  private final double right;
  private final TimeScale time;
  private final List<Html> rests = new ArrayList<>();
  private double y = 34;

  CoverageStrip(CoverageRows coverage, CoverageLayout layout, CaseNames names, Shape shape) {
    this.coverage = coverage;
    this.layout = layout;
    this.names = names;
    this.shape = shape;
    this.right = shape.width() - shape.margin();
    this.time = TimeScale.between(coverage.from(), coverage.end(), shape.gutter(), right);
  }

  Html svg() {
    List<Html> rows = new ArrayList<>();
    layout.bands().forEach(b -> rows.add(band(b)));
    double bottom = y + 2;
    return el(
        "svg",
        cls("strip strip-" + shape.id()),
        at("viewBox", "0 0 " + number(shape.width()) + " " + number(bottom + 24)),
        at("role", "img"),
        at("aria-labelledby", shape.id() + "-title " + shape.id() + "-desc"),
        el("title", at("id", shape.id() + "-title"), "What the logs of logons cover"),
        el("desc", at("id", shape.id() + "-desc"), description()),
        el(
            "defs",
            CoverageSigns.pattern(shape.id(), Trust.GAP),
            CoverageSigns.pattern(shape.id(), Trust.ALTERABLE)),
        ticks(bottom),
        rows,
        moment(coverage.start(), "first foothold", bottom, false),
        moment(coverage.end(), contained() ? "contained" : "end of the evidence", bottom, true),
        rests);
  }

  private boolean contained() {
    return names.moments().containsKey("contained");
  }

  private String description() {
    return "One row a host, " + Wording.count(layout.hostsDrawn()) + " of "
        + Wording.count(layout.hostsTotal(), "host", "hosts")
        + ", grouped by organisation. Time runs to the right. The table below says the same.";
  }

  private Html ticks(double bottom) {
    List<Html> lines = new ArrayList<>();
    double free = 0;
    for (Picture.Tick tick : time.ticks(shape.ticks())) {
      lines.add(el(
          "line",
          cls("tick"),
          at("x1", tick.x()),
          at("x2", tick.x()),
          at("y1", 22),
          at("y2", bottom)));
      double half = 3.2 * tick.label().length();
      if (tick.x() - half >= free && tick.x() + half < shape.width()) {
        lines.add(el(
            "text",
            cls("tick-label"),
            at("x", tick.x()),
            at("y", bottom + 16),
            at("text-anchor", "middle"),
            tick.label()));
        free = tick.x() + half + 8;
      }
    }
    return el("g", lines);
  }

  private Html moment(Instant instant, String label, double bottom, boolean before) {
    double x = time.x(instant);
    return el(
        "g",
        cls("moment"),
        el("line", at("x1", x), at("x2", x), at("y1", 18), at("y2", bottom)),
        el(
            "text",
            at("x", before ? x + 4 : x - 4),
            at("y", 14),
            at("text-anchor", before ? "end" : "start"),
            label + (shape == Shape.WIDE ? ", " + Wording.minute(instant) : "")));
  }

  private Html band(Band band) {
    List<Html> parts = new ArrayList<>();
    y += 20;
    parts.add(el(
        "text",
        cls("organisation"),
        at("x", 4),
        at("y", y - 5),
        at("lang", names.language(band.organisation())),
        Wording.cut(
            CoverageWords.organisation(band.organisation(), names),
            shape == Shape.WIDE ? 70 : 40)));
    band.rows().forEach(r -> parts.add(row(r)));
    if (band.restTotal() > 0) {
      y += shape.row();
      rests.add(el(
          "text",
          cls("rest"),
          at("x", shape.gutter()),
          at("y", y - 5),
          (band.rows().isEmpty() ? "" : "and ") + rest(band, shape == Shape.WIDE)));
    }
    y += 10;
    return el("g", parts);
  }

  private static String rest(Band band, boolean wide) {
    String all = Wording.count(band.restTotal()) + (band.rows().isEmpty() ? " hosts" : " more");
    return wide ? all + ": " + CoverageWords.tally(band.rest()) : all;
  }

  private Html row(Row row) {
    double top = y + (shape.row() - BAR) / 2;
    y += shape.row();
    List<Html> parts = new ArrayList<>();
    parts.add(el(
        "text",
        cls("host " + (row.place().isPresent() ? "on-trail" : row.unknown() ? "unsure" : "")),
        at("x", shape.gutter() - 10),
        at("y", top + 10),
        at("text-anchor", "end"),
        el("title", row.host() + ", " + CoverageWords.standing(row)),
        Wording.cutMiddle(row.host(), shape.name() + (row.place().isPresent() ? 0 : 3))));
    for (Run run : CoverageLayout.runs(row, time, shape.gutter(), right, SLOT)) {
      parts.add(
          CoverageSigns.cell(shape.id(), run.trust(), run.x(), top, run.width(), BAR, run.title()));
    }
    row.place().ifPresent(place -> parts.add(marks(row.host(), place, top)));
    parts.add(el(
        "text",
        cls("share-label"),
        at("x", right + 8),
        at("y", top + 10),
        CoverageWords.share(row)));
    return el("g", parts);
  }

  private Html marks(String host, HostView place, double top) {
    List<Html> marks = new ArrayList<>();
    String grade = place.grade().equals("confirmed") ? "confirmed" : "possible";
    Optional<Instant> foothold = Optional.ofNullable(coverage.footholds().get(host));
    if (place.held() && place.heldFrom().isPresent()) {
      double x = time.x(place.heldFrom().get());
      double until = time.x(place.until().orElse(coverage.end()));
      marks.add(el(
          "rect",
          cls("held-line " + grade),
          at("x", x),
          at("y", top + BAR - 3),
          at("width", Math.max(3, until - x)),
          at("height", 3),
          el("title", host + " held from " + Wording.minute(place.heldFrom().get()))));
    }
    if (foothold.isPresent()) {
      marks.add(CoverageSigns.mark(
          "foothold",
          "confirmed",
          time.x(foothold.get()),
          top + BAR / 2,
          host + ": foothold, from " + Wording.minute(foothold.get())));
    } else if (place.held() && place.heldFrom().isPresent()) {
      marks.add(CoverageSigns.mark(
          "held",
          grade,
          time.x(place.heldFrom().get()),
          top + BAR / 2,
          host + ": held from " + Wording.minute(place.heldFrom().get()) + ", " + grade));
    } else if (place.from().isPresent()) {
      marks.add(CoverageSigns.mark(
          "reached",
          grade,
          time.x(place.from().get()),
          top + BAR / 2,
          host + ": reached " + Wording.minute(place.from().get()) + ", " + grade));
    }
    return el("g", marks);
  }
}

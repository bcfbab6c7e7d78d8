package org.tidemark.app.report;

import static org.tidemark.app.report.Html.at;
import static org.tidemark.app.report.Html.cls;
import static org.tidemark.app.report.Html.el;
import static org.tidemark.app.report.Html.number;

import java.util.Locale;
import org.tidemark.app.report.CoverageRows.Trust;

/** Patterns and marks of the heat strip: told apart by shape, so that colour only helps. */
final class CoverageSigns {
  private CoverageSigns() {}

  static boolean patterned(Trust trust) {
    return trust == Trust.GAP || trust == Trust.ALTERABLE;
  }

  /** A stretch; {@code id}: whose pattern fills it. */
  static Html cell(
      String id, Trust trust, double x, double y, double width, double height, String title) {
    String kind = kind(trust);
    return el(
        "rect",
        cls("cell " + kind),
        patterned(trust) ? at("fill", "url(#" + id + "-" + kind + ")") : at("rx", 0),
        at("x", x),
        at("y", y),
        at("width", width),
        at("height", height),
        el("title", title));
  }

  /** Lines for a gap, dots for a log that the intruder could alter. */
  static Html pattern(String id, Trust trust) {
    boolean gap = trust == Trust.GAP;
    return el(
        "pattern",
        at("id", id + "-" + kind(trust)),
        at("width", gap ? 5 : 4),
        at("height", gap ? 5 : 4),
        at("patternUnits", "userSpaceOnUse"),
        gap ? at("patternTransform", "rotate(45)") : at("x", 0),
        gap
            ? el("rect", cls("gap-line"), at("width", 2), at("height", 5))
            : el("circle", cls("doubt-dot"), at("cx", 2), at("cy", 2), at("r", 0.9)));
  }

  private static String kind(Trust trust) {
    return trust.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Diamond: foothold; filled: held; hollow: reached. */
  static Html mark(String what, String grade, double x, double y, String title) {
    if (what.equals("foothold")) {
      String path = "M" + number(x) + " " + number(y - 7) + "l7 7l-7 7l-7-7z";
      return el("path", cls("mark " + what + " " + grade), at("d", path), el("title", title));
    }
    return el(
        "circle",
        cls("mark " + what + " " + grade),
        at("cx", x),
        at("cy", y),
        at("r", what.equals("held") ? 5 : 4.4),
        el("title", title));
  }
}

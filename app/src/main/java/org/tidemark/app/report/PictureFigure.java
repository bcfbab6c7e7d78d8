package org.tidemark.app.report;

import static org.tidemark.app.report.Html.at;
import static org.tidemark.app.report.Html.cls;
import static org.tidemark.app.report.Html.el;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The tidemark picture with its legend: wide for a desk and paper, narrow for a phone. */
final class PictureFigure {
  private PictureFigure() {}

  static Html of(TrailView trail, JsonNode coverage, ReportRows rows, CaseNames names) {
    Optional<Picture> wide =
        PictureLayout.lay(trail, rows.tide(), coverage, names, Picture.Shape.WIDE);
    Optional<Picture> narrow =
        PictureLayout.lay(trail, rows.tide(), coverage, names, Picture.Shape.NARROW);
    if (wide.isEmpty() || narrow.isEmpty()) {
      return Html.NOTHING;
    }
    Picture.Shown shown = wide.get().shown();
    return el(
        "figure",
        at("id", "picture"),
        PictureDrawing.draw(wide.get(), names),
        PictureDrawing.draw(narrow.get(), names),
        el(
            "figcaption",
            el("span", cls("key hold-key"), "held"),
            el("span", cls("key hop-key"), "confirmed hop"),
            el("span", cls("key maybe-key"), "possible hop"),
            el("span", cls("key gap-key"), "gap in the log"),
            el("span", cls("key water-key"), "people exposed"),
            el("span", cls("note"), "Times are UTC."),
            shown.all()
                ? Html.NOTHING
                : el(
                    "span",
                    cls("note"),
                    "Showing " + Wording.count(shown.hosts()) + " of "
                        + Wording.count(shown.hostsTotal(), "host", "hosts") + " and "
                        + Wording.count(shown.hops()) + " of "
                        + Wording.count(shown.hopsTotal(), "hop", "hops") + "."),
            rows.undated() == 0
                ? Html.NOTHING
                : el(
                    "span",
                    cls("note"),
                    Wording.count(rows.undated(), "person", "people")
                        + " without a known time of exposure are not in the rising line.")));
  }
}

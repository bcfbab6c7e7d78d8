package org.tidemark.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tidemark.app.report.Picture.Shape;
import org.tidemark.app.report.TrailView.HopView;
import org.tidemark.app.report.TrailView.HostView;

class PictureLayoutTest {
  private static final Instant START = Instant.parse("2023-09-14T00:00:00Z");
  private static final CaseNames NO_NAMES = new CaseNames("c", "a", Map.of(), Map.of());

  private static Picture harbour() {
    return PictureLayout.lay(
            TrailView.of(HarbourResult.files().trail()),
            HarbourResult.rows().tide(),
            HarbourResult.files().evidence().path("coverage"),
            HarbourResult.names(),
            Shape.WIDE)
        .orElseThrow();
  }

  private static HostView host(String name, String organisation, long hour, boolean held) {
    return new HostView(
        name,
        organisation,
        held,
        held ? "confirmed" : "possible",
        "r",
        Optional.of(START.plusSeconds(hour * 3600)),
        Optional.of(START.plusSeconds(hour * 3600)),
        Optional.empty(),
        false);
  }

  private static HopView hop(int n, HostView from, HostView to, long second) {
    return new HopView(
        "H" + n,
        START.plusSeconds(second),
        "access",
        "acc",
        from.name(),
        "",
        from.organisation(),
        to.name(),
        to.organisation(),
        "possible",
        "possible",
        "held-source",
        "",
        List.of(),
        List.of(),
        TrailView.Signs.NONE);
  }

  private static Picture lay(TrailView trail) {
    return PictureLayout.lay(trail, List.of(), MissingNode.getInstance(), NO_NAMES, Shape.WIDE)
        .orElseThrow();
  }

  @Test
  void organisationsStandInTheOrderOfArrival() {
    assertEquals(
        "mooring tidal harbour outside",
        harbour().bands().stream()
            .map(Picture.Band::organisation)
            .collect(Collectors.joining(" ")));
  }

  @Test
  void timeRunsToTheRight() {
    List<Picture.Arc> arcs = new ArrayList<>(harbour().arcs());
    arcs.removeIf(Picture.Arc::ownerLike);
    arcs.sort(java.util.Comparator.comparingInt(Picture.Arc::number));
    for (int i = 1; i < arcs.size(); i++) {
      assertTrue(arcs.get(i - 1).x() <= arcs.get(i).x(), "hop " + i);
    }
  }

  @Test
  void theTideRisesToEverybodyAndNeverFalls() {
    Picture.Tide tide = harbour().tide();
    assertEquals(1463, tide.most());
    assertEquals(1211, tide.confirmed());
    for (int i = 1; i < tide.points().size(); i++) {
      assertTrue(tide.points().get(i - 1).all() < tide.points().get(i).all());
    }
  }

  @Test
  void everyHopOfASmallCaseIsDrawn() {
    assertTrue(harbour().shown().all(), harbour().shown().toString());
    assertEquals(68, harbour().arcs().stream().mapToInt(Picture.Arc::count).sum());
  }

  @Test
  void fiveHundredHostsAndFiveThousandHopsStayReadable() {
    List<HostView> hosts = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      hosts.add(host(String.format("h%03d", i), "org" + i % 5, i, i % 3 == 0));
    }
    List<HopView> hops = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      hops.add(hop(i, hosts.get(i * 7 % 500), hosts.get(i * 11 % 499), i * 360L));
    }
    Picture picture = lay(new TrailView(hosts, hops, Optional.empty()));
    assertTrue(picture.lanes().size() <= PictureLayout.LANES_MAX + 5, "lanes");
    assertTrue(picture.arcs().size() <= PictureArcs.ARCS_MAX, "arcs");
    assertTrue(picture.height() < 2500, "height " + picture.height());
    assertEquals(PictureLayout.LANES_MAX, picture.shown().hosts());
    assertEquals(500, picture.shown().hostsTotal());
    assertEquals(5000, picture.shown().hopsTotal());
  }

  @Test
  void aHopWithoutAKnownSourceComesFromOutside() {
    HostView target = host("t", "a", 1, false);
    HopView hop = new HopView(
        "H",
        START,
        "access",
        "acc",
        "",
        "203.0.113.9",
        "",
        "t",
        "a",
        "confirmed",
        "confirmed",
        "r",
        "",
        List.of(),
        List.of(),
        TrailView.Signs.NONE);
    Picture picture = lay(new TrailView(List.of(target), List.of(hop), Optional.empty()));
    assertEquals(
        List.of("outside", "a"),
        picture.bands().stream().map(Picture.Band::organisation).toList());
    assertEquals(1, picture.shown().hosts());
  }

  @Test
  void aCaseOfOneInstantIsDrawnInAnHour() {
    Picture picture =
        lay(new TrailView(List.of(host("t", "a", 0, true)), List.of(), Optional.empty()));
    assertTrue(picture.ticks().size() >= 1 && picture.ticks().size() <= 9);
  }

  @Test
  void withoutAnyTimeThereIsNoPicture() {
    assertTrue(PictureLayout.lay(
            new TrailView(List.of(), List.of(), Optional.empty()),
            List.of(),
            MissingNode.getInstance(),
            NO_NAMES,
            Shape.WIDE)
        .isEmpty());
  }
}

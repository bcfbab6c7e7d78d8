package org.tidemark.app.report;

import java.util.List;

/**
 * The tidemark picture, laid out: time runs to the right, organisations and hosts stand below each
 * other in the order
 * in which the intruder came, the number of people exposed rises at the foot. All lengths in SVG
 * user units.
 */
record Picture(
    Shape shape,
    double height,
    List<Band> bands,
    List<Lane> lanes,
    List<Bar> bars,
    List<Gap> gaps,
    List<Arc> arcs,
    List<Tick> ticks,
    List<Moment> moments,
    Tide tide,
    Shown shown) {

  /** How large: {@code gutter} is the space for host names at the left. */
  record Shape(
      String id,
      double width,
      double gutter,
      double laneHeight,
      double bandHead,
      double tideHeight,
      double swingMax,
      int ticksMax,
      int nameMax) {
    static final Shape WIDE = new Shape("w", 1080, 172, 30, 30, 170, 30, 9, 23);
    static final Shape NARROW = new Shape("n", 390, 92, 28, 28, 130, 14, 4, 13);

    double right() {
      return width - 14;
    }
  }

  /** An organisation: the swim-lanes of its hosts. */
  record Band(String organisation, double y, double height) {}

  /** One host; or the rest of an organisation's hosts, where there are too many to draw. */
  record Lane(String name, String title, double y, boolean rest) {}

  /** A hold, from its beginning to its end. */
  record Bar(double x, double y, double width, boolean confirmed, String title) {}

  /** A stretch in which the host's log is not to be trusted. */
  record Gap(double x, double y, double width, String title) {}

  /**
   * One hop, or several alike that stand too close to be told apart.
   *
   * @param x when the target accepted it
   * @param number of the first of them in the page's list, from 1
   * @param href id of the first of them
   */
  record Arc(
      double x,
      double fromY,
      double toY,
      boolean confirmed,
      boolean crossing,
      boolean ownerLike,
      int count,
      int number,
      String href,
      String title) {}

  record Tick(double x, String label) {}

  /** A moment of the case; {@code row} tells labels apart that would overlap. */
  record Moment(double x, String label, int row) {}

  /** People exposed, as steps; {@code most} = 0: nobody with a time. */
  record Tide(double top, double bottom, long most, long confirmed, List<TidePoint> points) {}

  /** From {@code x} on, so many people. */
  record TidePoint(double x, long confirmed, long all) {}

  /** How much of the whole is drawn. */
  record Shown(long hosts, long hostsTotal, long hops, long hopsTotal) {
    boolean all() {
      return hosts == hostsTotal && hops == hopsTotal;
    }
  }
}

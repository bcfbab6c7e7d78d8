package org.tidemark.evidence;

import java.io.IOException;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Rows of several cursors in one order. The cursor that is ahead stays outside the queue for as
 * long as it is ahead: logs that follow each other in time cost one comparison a row.
 */
final class MergedRows implements RowCursor {
  private final List<RowCursor> parts;
  private final PriorityQueue<RowCursor> others;
  private RowCursor top = Nothing.NOTHING;
  private boolean started;

  MergedRows(List<RowCursor> parts) {
    this.parts = parts;
    this.others = new PriorityQueue<>(Math.max(1, parts.size()), RowCursor::compare);
  }

  /** What is ahead where no row is left. */
  private enum Nothing implements RowCursor {
    NOTHING;

    @Override
    public boolean next() {
      return false;
    }

    @Override
    public long[] longs() {
      throw new IllegalStateException("row: none (expected: a call of next that gave true)");
    }

    @Override
    public int[] ints() {
      throw new IllegalStateException("row: none (expected: a call of next that gave true)");
    }

    @Override
    public int unit() {
      throw new IllegalStateException("row: none (expected: a call of next that gave true)");
    }

    @Override
    public void close() {}
  }

  @Override
  public boolean next() throws IOException {
    if (!started) {
      started = true;
      for (RowCursor part : parts) {
        if (part.next()) {
          others.add(part);
        }
      }
      return takeFirst();
    }
    if (!top.next()) {
      return takeFirst();
    }
    RowCursor second = others.peek();
    if (second != null && RowCursor.compare(second, top) < 0) {
      others.add(top);
      return takeFirst();
    }
    return true;
  }

  private boolean takeFirst() {
    RowCursor first = others.poll();
    top = first == null ? Nothing.NOTHING : first;
    return first != null;
  }

  @Override
  public long[] longs() {
    return top.longs();
  }

  @Override
  public int[] ints() {
    return top.ints();
  }

  @Override
  public int unit() {
    return top.unit();
  }

  @Override
  public void close() throws IOException {
    for (RowCursor part : parts) {
      part.close();
    }
  }
}

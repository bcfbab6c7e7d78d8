package org.tidemark.evidence;

import java.io.IOException;
import java.util.List;
import java.util.PriorityQueue;

/** Rows of several cursors in one order. */
final class MergedRows implements RowCursor {
  private final List<RowCursor> parts;
  private final PriorityQueue<RowCursor> queue;
  private boolean started;

  MergedRows(List<RowCursor> parts) {
    this.parts = parts;
    this.queue = new PriorityQueue<>(Math.max(1, parts.size()), RowCursor::compare);
  }

  @Override
  public boolean next() throws IOException {
    if (!started) {
      started = true;
      for (RowCursor part : parts) {
        if (part.next()) {
          queue.add(part);
        }
      }
    } else {
      RowCursor current = queue.remove();
      if (current.next()) {
        queue.add(current);
      }
    }
    return !queue.isEmpty();
  }

  @Override
  public long longAt(int column) {
    return top().longAt(column);
  }

  @Override
  public int intAt(int column) {
    return top().intAt(column);
  }

  @Override
  public int unit() {
    return top().unit();
  }

  private RowCursor top() {
    return queue.element();
  }

  @Override
  public void close() throws IOException {
    for (RowCursor part : parts) {
      part.close();
    }
  }
}

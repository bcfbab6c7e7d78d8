package org.tidemark.trail.telling;

import java.util.List;

/**
 * A row's worth of exposure.parquet, all effects on one object together: what a later stage found,
 * handed in to be explained.
 *
 * @param id object id
 * @param copy evidence path of the copy; empty = not held
 */
public record ReachedObject(
    String id,
    String host,
    String kind,
    String name,
    String copy,
    List<Explanation.Exposed> exposures) {
  public ReachedObject {
    exposures = List.copyOf(exposures);
  }
}

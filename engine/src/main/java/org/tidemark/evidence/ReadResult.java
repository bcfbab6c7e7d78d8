package org.tidemark.evidence;

import java.io.Serializable;
import java.util.SortedMap;

/**
 * What one work unit of a log says. Names are numbers of the unit's own dictionaries.
 *
 * @param rows one a {@link FactTable}, in its order, each sorted by time
 * @param ownAddresses pairs of host and address, endpoint numbers
 * @param controllers endpoint numbers
 * @param activities by endpoint number
 * @param broken why the unit could not be read to its end, an id; empty where it could
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; arrays keep names and rows unboxed
record ReadResult(
    UnitRows[] rows,
    String[] endpoints,
    String[] accounts,
    String[] objects,
    RecordCounts counts,
    int[] ownAddresses,
    int[] controllers,
    SortedMap<Integer, HostActivities.Activity> activities,
    String broken)
    implements Serializable {

  /** Heap that the rows take, in bytes, as an estimate. */
  long heapBytes() {
    long bytes = 0;
    for (UnitRows table : rows) {
      bytes += table.heapBytes();
    }
    return bytes;
  }
}

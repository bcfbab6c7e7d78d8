package org.tidemark.evidence;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many records were read, and what became of them: read = used + ignored + unparsed. */
final class RecordCounts implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Places of unparsed records that are kept. */
  static final int MAX_SAMPLES = 20;

  long read;
  long used;
  long unparsed;
  long afterCollection;
  final SortedMap<String, Long> ignored = new TreeMap<>();
  final SortedMap<String, Long> unparsedBy = new TreeMap<>();
  final List<long[]> samples = new ArrayList<>();
  long first = Long.MAX_VALUE;
  long last = Long.MIN_VALUE;

  /** One more record could not be read. {@code reason}: a kebab-case id. */
  void unparsed(long record, long offset, String reason) {
    unparsed(record, offset);
    unparsedBy.merge(reason, 1L, Long::sum);
  }

  void unparsed(long record, long offset) {
    unparsed++;
    if (samples.size() < MAX_SAMPLES) {
      samples.add(new long[] {record, offset});
    }
  }

  /** Records were written from {@code from} to {@code to}, µs. */
  void covers(long from, long to) {
    first = Math.min(first, from);
    last = Math.max(last, to);
  }

  /** Adds the counts of the file's next unit, whose records follow those counted here. */
  void append(RecordCounts next) {
    for (long[] sample : next.samples) {
      if (samples.size() < MAX_SAMPLES) {
        samples.add(new long[] {sample[0] + read, sample[1]});
      }
    }
    read += next.read;
    used += next.used;
    unparsed += next.unparsed;
    afterCollection += next.afterCollection;
    next.ignored.forEach((reason, n) -> ignored.merge(reason, n, Long::sum));
    next.unparsedBy.forEach((reason, n) -> unparsedBy.merge(reason, n, Long::sum));
    covers(next.first, next.last);
  }
}

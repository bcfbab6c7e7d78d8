package org.tidemark.exposure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The order in which files are scanned: any first part of it is a fair sample of the whole, so that
 * an estimate can be made from what is done.
 *
 * <p>Files fall into strata by ending and size (powers of four). Within a stratum they stand in the
 * order of their scan keys, which hash the case's key too: nobody who makes files can choose their
 * place without the key. The strata are merged so that each is done to the same share at any time:
 * the n-th of N files stands at (n − ½)/N. The same files and key give the same order on any
 * machine.
 */
final class ScanOrder {
  private static final int SIZE_STEP_BITS = 2;

  private ScanOrder() {}

  /** A file's place: the share of its stratum that is done when it is half done is rank / of. */
  private record Placed(ScanPlan.Scan scan, long rank, long of) {}

  /** The same scans in the order in which they are done. */
  static List<ScanPlan.Scan> of(List<ScanPlan.Scan> scans) {
    Map<String, List<ScanPlan.Scan>> strata = new TreeMap<>();
    for (ScanPlan.Scan scan : scans) {
      strata.computeIfAbsent(stratum(scan), s -> new ArrayList<>()).add(scan);
    }
    Comparator<ScanPlan.Scan> byKey =
        Comparator.comparing(ScanPlan.Scan::key).thenComparing(ScanPlan.Scan::path);
    List<Placed> all = new ArrayList<>(scans.size());
    for (List<ScanPlan.Scan> stratum : strata.values()) {
      stratum.sort(byKey);
      for (int n = 0; n < stratum.size(); n++) {
        all.add(new Placed(stratum.get(n), 2L * n + 1, 2L * stratum.size()));
      }
    }
    Comparator<Placed> byShare = (a, b) -> Long.compare(a.rank() * b.of(), b.rank() * a.of());
    all.sort(byShare.thenComparing(Placed::scan, byKey));
    return all.stream().map(Placed::scan).toList();
  }

  private static String stratum(ScanPlan.Scan scan) {
    String name = scan.path().substring(scan.path().lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    String ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    int size = (Long.SIZE - Long.numberOfLeadingZeros(scan.bytes())) / SIZE_STEP_BITS;
    return ending + "/" + size;
  }
}

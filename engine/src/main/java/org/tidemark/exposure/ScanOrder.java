package org.tidemark.exposure;

import java.util.*;

final class ScanOrder {
  static List<ScanPlan.Scan> of(List<ScanPlan.Scan> s) {
    List<ScanPlan.Scan> l = new ArrayList<>(s);
    l.sort(Comparator.comparing(ScanPlan.Scan::key));
    return l;
  }
}

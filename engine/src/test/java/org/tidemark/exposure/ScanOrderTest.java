package org.tidemark.exposure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScanOrderTest {
  @Test
  void everyFileStandsInItOnce() {
    List<ScanPlan.Scan> scans = scans();
    assertEquals(new HashSet<>(scans), new HashSet<>(ScanOrder.of(scans)));
    assertEquals(scans.size(), ScanOrder.of(scans).size());
  }

  @Test
  void anyFirstPartHoldsItsShareOfEachKind() {
    List<ScanPlan.Scan> order = ScanOrder.of(scans());
    for (int part : new int[] {100, 250, 500}) {
      long mails = order.stream()
          .limit(part)
          .filter(scan -> scan.path().endsWith(".eml"))
          .count();
      assertTrue(Math.abs(mails - part / 5) <= 1, "mails among the first " + part + ": " + mails);
    }
  }

  @Test
  void theOrderOfTheListDoesNotMatter() {
    List<ScanPlan.Scan> turned = scans();
    Collections.reverse(turned);
    assertEquals(ScanOrder.of(scans()), ScanOrder.of(turned));
  }

  private static List<ScanPlan.Scan> scans() {
    List<ScanPlan.Scan> scans = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      String path = "f/" + i + (i % 5 == 0 ? ".eml" : ".csv");
      String key = String.format("%016x", 0x9E3779B97F4A7C15L * (i + 1L));
      scans.add(new ScanPlan.Scan(path, URI.create("file:///" + path), "", 1000, "", key));
    }
    return scans;
  }
}

package org.tidemark.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.engine.JsonDocument;

/** Evidence and case files that are odd, in bad order or large give what they can, and say so. */
class HostileInputTest {
  private static final String HELD = "foothold pc1 10:00;";
  private static final List<String> WAY = List.of(
      "10:05 kim pc1->fs1 type 10 session 7",
      "10:06 admin fs1 session 7 by kim",
      "10:07 lee fs1->db1 session 9",
      "10:08 service db1 evil session 9 by lee",
      "10:09 min db1->db2 type 10 session 11",
      "10:20 logoff db2 session 11 by min",
      "10:30 kim pc9->fs1 session 8");

  @TempDir
  Path temp;

  private void checkHops(String world, String hops) {
    assertEquals(hops, Seen.of(temp, world, Seen::hops), world);
  }

  private void checkPlaces(String world, String places) {
    assertEquals(places, Seen.of(temp, world, Seen::places), world);
  }

  private void checkProblems(String world, String problems) {
    assertEquals(problems, Seen.of(temp, world, Seen::problems), world);
  }

  /** What is said of a world, but for the places of its records. */
  private String said(String world) {
    return Seen.of(
        temp,
        world,
        trail -> String.join(
            "\n",
            Seen.hops(trail),
            Seen.places(trail),
            Seen.accounts(trail),
            Seen.unknown(trail),
            Seen.holds(trail)));
  }

  @Test
  void recordsInAnyOrderSayTheSame() {
    String inOrder = said(HELD + String.join(";", WAY));
    assertTrue(inOrder.startsWith("!kim pc1->fs1 possible held-source; !lee fs1->db1"), inOrder);
    long seed = 20231003;
    Random random = new Random(seed);
    for (int i = 0; i < 12; i++) {
      List<String> shuffled = new ArrayList<>(WAY);
      Collections.shuffle(shuffled, random);
      assertEquals(inOrder, said(HELD + String.join(";", shuffled)), "seed " + seed);
    }
  }

  @Test
  void whatStandsInOneSecondIsKeptInEitherOrder() {
    String both = "10:05 kim pc1->fs1 type 10 session 7; 10:05 lee fs1->db1 type 10 session 9";
    String other = "10:05 lee fs1->db1 type 10 session 9; 10:05 kim pc1->fs1 type 10 session 7";
    List<String> hops = List.of(
        Seen.of(temp, HELD + both, HostileInputTest::sorted),
        Seen.of(temp, HELD + other, HostileInputTest::sorted));
    assertTrue(hops.get(0).contains("lee fs1->db1 possible"), hops.toString());
    assertEquals(hops.get(0), hops.get(1));
  }

  private static String sorted(Trail trail) {
    String[] hops = Seen.hops(trail).split("; ", -1);
    Arrays.sort(hops);
    return String.join("; ", hops);
  }

  @Test
  void aFootholdAfterTheLastRecordIsHeldAndExcludesNothing() {
    String world = "foothold pc1 +9d 10:00; -2d log fs1 logon until +2d; 09:00 kim pc1->fs1";
    checkHops(world, "");
    checkPlaces(world, "pc1* held confirmed declared-foothold");
    assertEquals("", Seen.of(temp, world, Seen::excluded), world);
    assertEquals("fs1 in-reach-no-log", Seen.of(temp, world, Seen::unknown), world);
    checkProblems(
        world,
        "footholds: the host 'pc1' begins after the last record of all logs"
            + " (2023-10-05T00:00:00Z), so nothing can follow from it. Check its `from`, or add"
            + " later logs.");
  }

  @Test
  void trustInACircleEnds() {
    String circle = "case trust: {from: tidal, to: harbour, by: directory, at: hb-dc1};"
        + "case trust: {from: harbour, to: tidal, by: directory, at: td-dc1};"
        + "09:00 controller hb-dc1; 09:00 controller td-dc1; 08:00 TIDAL\\min pc2->fs1;"
        + "foothold hb-dc1 10:00; foothold td-dc1 11:00; 10:30 TIDAL\\min 10.9.9.9->fs1 session 8";
    checkHops(circle, "tidal\\min 10.9.9.9->fs1 possible fallen-platform");
    assertEquals(
        "hb-dc1 10:00 confirmed 1; td-dc1 11:00 confirmed 1",
        Seen.of(temp, circle, Seen::platforms),
        circle);
  }

  @Test
  void aClockThatJumpsThereAndBackIsCorrectedInEachSpan() {
    String jumps = "logs clock_offset: {fs1: [{offset: PT0S}, {from: @11:00, offset: PT2H},"
        + " {from: @16:00, offset: PT-1H}]};";
    // Ends: logged 12:30 within the two hours fast is 10:30; logged 16:30 of the slow one is 17:30.
    checkHops(
        jumps + "foothold pc1 10:00 until 10:45; 12:30 kim pc1->fs1 session 7",
        "kim pc1->fs1 possible held-source");
    checkHops(jumps + "foothold pc1 12:00 until 13:00; 12:30 kim pc1->fs1 session 7", "");
    checkHops(
        jumps + "foothold pc1 17:00; 16:30 kim pc1->fs1 session 7",
        "kim pc1->fs1 possible held-source");
  }

  @Test
  void twoExportsOfOneLogAreOneActEach() {
    checkHops(
        HELD + "again 10:05 kim pc1->fs1 type 10 session 7; again 10:06 admin fs1 session 7 by kim",
        "!kim pc1->fs1 possible held-source");
    String flow = "case names: {host: pc1, also: [10.0.0.5]};" + HELD
        + "10:05 conn tap1 10.0.0.5:4000->203.0.113.9:443 out 1000 in 5 for 9;";
    String second = "10:05 conn tap2 10.0.0.5:4000->203.0.113.9:443 out 1000 in 5 for 9;";
    assertEquals(Seen.of(temp, flow, Seen::outgoing), Seen.of(temp, flow + second, Seen::outgoing));
  }

  @Test
  void namesOfAnyCharactersStayTheirOwnInTheJson() throws IOException {
    String name = "=cmd|'<img/src=x>&\"\\u001b[31m";
    String world =
        HELD + "10:05 =cmd|'<img/src=x>&%22%1b[31m%00 pc1->fs1 session 7; 10:05 kim pc1->f%0a<b>s";
    try (World.Outcome outcome = World.trace(temp, world)) {
      byte[] bytes = JsonDocument.bytes(TrailJson.of(outcome.trail()));
      for (byte b : bytes) {
        assertFalse(b >= 0 && b < ' ' && b != '\n', "a control character stands in trail.json");
      }
      JsonNode hops = new ObjectMapper().readTree(bytes).path("hops");
      List<String> names = new ArrayList<>();
      hops.forEach(hop -> names.add(hop.path("account").path("name").asText()));
      assertTrue(
          names.stream().anyMatch(n -> n.startsWith("=cmd|'<img/src=x>&\"")), names.toString());
      assertTrue(new String(bytes, StandardCharsets.UTF_8).contains("\\u001"), name);
    }
  }

  @Test
  void aLongChainAndAWideFanAreTracedWhole() {
    int hosts = 3000;
    StringBuilder chain = new StringBuilder(HELD);
    StringBuilder fan = new StringBuilder(HELD);
    for (int i = 0; i < hosts; i++) {
      String at = LocalTime.of(10, 0, 1).plusSeconds(5L * i).toString();
      String from = i == 0 ? "pc1" : "h" + i;
      String logon = at + " u" + i + " %s->h" + (i + 1) + " type 10 session " + (i + 1) + ";";
      chain.append(logon.formatted(from));
      fan.append(logon.formatted("pc1"));
    }
    for (String world : List.of(chain.toString(), fan.toString())) {
      try (World.Outcome outcome = World.trace(temp, world)) {
        Trail trail = outcome.trail();
        assertEquals(hosts, trail.hops().size());
        assertEquals(hosts + 1, trail.hosts().size());
        assertTrue(trail.hosts().stream().allMatch(p -> p.state() == Trail.State.HELD));
        Trail.Hop last = trail.hops().get(hosts - 1);
        assertEquals("h" + hosts, last.toHost());
        assertTrue(last.after().size() <= 1, "a hop stands on one hop");
      }
    }
  }
}

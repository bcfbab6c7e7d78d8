package org.tidemark.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hosts and addresses that stand for several people at once, and containers on a host. */
class JumpHostsTest {
  private static final String JUMP =
      "case shared: jump1; foothold pc1 10:00;" + "10:05 kim pc1->jump1 type 10 session 7;";
  private static final String INTO = "!kim pc1->jump1 possible held-source; ";

  @TempDir
  Path temp;

  private void check(String world, String hops) {
    assertEquals(hops, Seen.of(temp, world, Seen::hops), world);
  }

  @Test
  void aJumpHostDoesNotMakeItsNeighboursHeld() {
    check(JUMP + "10:30 lee jump1->db1 session 9", INTO.replace("; ", ""));
    assertEquals("pc1 10:00", Seen.of(temp, JUMP, Seen::holds));
  }

  @Test
  void sessionsJoinByTheirNumber() {
    check(
        JUMP + "10:30 explicit jump1 db1 by lee session 7; 10:30 lee jump1->db1 session 9",
        INTO + "lee jump1->db1 possible jump-host-session");
    check(
        JUMP + "10:30 explicit jump1 db1 by lee session 8; 10:30 lee jump1->db1 session 9",
        INTO.replace("; ", ""));
  }

  @Test
  void elseByAccountAndOverlap() {
    check(
        JUMP + "10:30 kim jump1->db1 session 9",
        INTO + "kim jump1->db1 possible jump-host-overlap");
    check(
        JUMP + "10:20 logoff jump1 session 7 by kim; 10:30 kim jump1->db1 session 9",
        INTO + "kim jump1->db1 possible held-account-shared-source");
  }

  @Test
  void aJumpHostsAddressIsTheJumpHost() {
    String named = "case names: {host: jump1, also: [10.0.0.9]};" + JUMP;
    check(
        named + "10:30 kim 10.0.0.9->db1 session 9; 10:30 lee 10.0.0.9->db1 session 10",
        INTO + "kim 10.0.0.9->db1 possible jump-host-overlap");
    check(
        named + "10:30 lee 10.0.0.9->db1 type 10 session 9; 10:40 lee db1->db2 session 10",
        INTO.replace("; ", ""));
    check(
        JUMP.replace("shared: jump1", "shared: Jump1.harbour.example")
            + "10:30 kim jump1->db1 session 9",
        INTO + "kim jump1->db1 possible jump-host-overlap");
  }

  @Test
  void aHeldNodeHoldsItsContainersAndNotTheReverse() {
    String containers = "case containers: {node: node1, pods: ['web-*']};"
        + "09:00 lee web-1->db1; 09:00 lee node1->db1;";
    assertEquals(
        "node1* held confirmed declared-foothold; web-1* held confirmed container-of-held-node",
        Seen.of(temp, containers + "foothold node1 10:00", Seen::places));
    assertEquals(
        "web-1* held confirmed declared-foothold",
        Seen.of(temp, containers + "foothold web-1 10:00", Seen::places));
    check(
        containers + "foothold node1 10:00; 10:30 kim web-1->db1 session 7",
        "kim web-1->db1 possible held-source");
  }

  @Test
  void aRebuiltHostIsHeldNoLonger() {
    String rebuilt = "case rebuilt: {host: pc1, at: @11:00}; foothold pc1 10:00;";
    check(rebuilt + "10:30 kim pc1->fs1 session 7", "kim pc1->fs1 possible held-source");
    check(rebuilt + "11:30 kim pc1->fs1 session 7", "");
    assertEquals("pc1 10:00-11:00", Seen.of(temp, rebuilt, Seen::holds));
  }
}

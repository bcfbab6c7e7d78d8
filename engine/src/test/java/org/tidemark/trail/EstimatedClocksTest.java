package org.tidemark.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clocks that events seen by two hosts show to be off (RULES.md section 4, clocks). */
class EstimatedClocksTest {
  private static final Instant START = Instant.parse("2023-10-03T08:00:00Z");

  @TempDir
  Path temp;

  private int port = 50_000;

  /**
   * Connections between two hosts ({@code pc1} is 10.0.0.1), each seen by both, minutes apart; the
   * second writes its records so many seconds late.
   */
  private String seen(int one, int other, int minute, int count, int... seconds) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String ends = " 10.0.0." + one + ":" + ++port + "->10.0.0." + other + ":445;";
      Instant at = START.plusSeconds(60L * (minute + i));
      text.append(time(at)).append(" passed pc").append(one).append(ends);
      text.append(time(at.plusSeconds(seconds[i % seconds.length])))
          .append(" taken pc")
          .append(other)
          .append(ends);
    }
    return text.toString();
  }

  private static String time(Instant at) {
    return at.toString().substring(11, 19);
  }

  private void checkClocks(String world, String clocks) {
    try (World.Outcome outcome = World.trace(temp, world)) {
      assertEquals(
          clocks,
          outcome.evidence().json().clockOffsets().stream()
              .map(o -> o.host() + (o.from() == null ? "" : " " + o.from().substring(11, 16)) + " "
                  + o.offsetMicros() / 1_000_000 + "±" + o.errorMicros() / 1_000_000 + " "
                  + o.known())
              .collect(Collectors.joining("; ")),
          world);
    }
  }

  private void checkHops(String world, String hops) {
    assertEquals(hops, Seen.of(temp, world, Seen::hops), world);
  }

  @Test
  void whoDiffersFromTheOthersIsOff() {
    String fast = seen(1, 2, 0, 6, 0) + seen(1, 9, 10, 6, 420) + seen(2, 9, 20, 6, 420);
    checkClocks(fast + "foothold pc1 10:00", "pc9 420±1 flows");
    checkHops(
        fast + "foothold pc1 10:00; 10:08 kim pc1->pc9 session 7",
        "kim pc1->pc9 possible held-source");
    checkHops(fast + "foothold pc1 10:00; 10:06:50 kim pc1->pc9 session 7", "");
  }

  @Test
  void anErrorOfAnEstimateLeavesTheOrderUnsure() {
    String fast = seen(1, 2, 0, 6, 0) + seen(1, 9, 10, 6, 420) + seen(2, 9, 20, 6, 420);
    checkHops(
        fast + "foothold pc1 10:00; 10:06:58 kim pc1->pc9 session 7",
        "kim pc1->pc9 possible order-unsure");
  }

  @Test
  void thoseThatMeetOnlyAtTheOneThatIsOffOutvoteIt() {
    String star = seen(1, 9, 0, 6, -300) + seen(2, 9, 10, 6, -301) + seen(3, 9, 20, 6, -300);
    checkClocks(star + "foothold pc1 10:00", "pc9 -300±1 flows");
  }

  @Test
  void ofTwoAloneNobodyKnowsWhichIsOff() {
    String two = seen(1, 9, 0, 6, 420);
    checkClocks(two + "foothold pc1 10:00", "pc1 0±420 relative; pc9 0±420 relative");
    checkHops(
        two + "foothold pc1 10:00; 09:55 kim pc1->pc9 session 7",
        "kim pc1->pc9 possible order-unsure");
    checkHops(two + "foothold pc1 10:00; 09:50 kim pc1->pc9 session 7", "");
  }

  @Test
  void clocksThatDifferBySecondsOrScatterAreLeftAlone() {
    checkClocks(seen(1, 9, 0, 6, 2) + "foothold pc1 10:00", "");
    String coarse = seen(1, 2, 0, 6, 0) + seen(1, 9, 10, 8, 0, 30, 60, 90, 120, 150, 180, 210);
    checkClocks(coarse + "foothold pc1 10:00", "");
    checkClocks(seen(1, 2, 0, 6, 0) + seen(1, 9, 10, 4, 420) + "foothold pc1 10:00", "");
  }

  @Test
  void aClockThatWasSetHasAnOffsetFromThenOn() {
    String jump = seen(1, 2, 0, 6, 0) + seen(1, 9, 10, 6, 420) + seen(1, 9, 60, 6, 0);
    checkClocks(jump + "foothold pc1 07:00", "pc9 420±1 flows; pc9 09:00 0±1 flows");
    checkHops(
        jump + "foothold pc1 09:58; 10:00 kim pc1->pc9 session 7",
        "kim pc1->pc9 possible held-source");
  }

  @Test
  void whatTheCaseFileStatesStands() {
    String fast = seen(1, 2, 0, 6, 0) + seen(1, 9, 10, 6, 420) + seen(2, 9, 20, 6, 420);
    checkClocks(
        "logs clock_offset: {pc9: PT5M};" + fast + "foothold pc1 10:00", "pc9 300±0 stated");
    checkClocks(
        "logs clock_offset: {pc9: PT7M};" + seen(1, 9, 0, 6, 420) + "foothold pc1 10:00",
        "pc9 420±0 stated");
  }

  @Test
  void theOrderOfTheRecordsInTheLogsChangesNothing() {
    String one = seen(1, 2, 0, 6, 0);
    String two = seen(1, 9, 10, 6, 420, 421, 419);
    String three = seen(2, 9, 20, 6, 421, 419);
    String jump = seen(2, 9, 60, 6, -30);
    String clocks = "pc9 420±2 flows; pc9 08:59 -30±1 flows";
    checkClocks(one + two + three + jump + "foothold pc1 10:00", clocks);
    checkClocks(jump + three + two + one + "foothold pc1 10:00", clocks);
  }

  @Test
  void aSensorCountsAsAClock() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      for (int host : new int[] {1, 9}) {
        Instant at = START.plusSeconds(60L * i);
        String ends = " 10.0.0." + host + ":" + ++port + "->10.0.0.77:443;";
        text.append(time(at)).append(" conn tap").append(ends);
        text.append(time(at.plusSeconds(host == 9 ? 420 : 0)))
            .append(" passed pc")
            .append(host)
            .append(ends);
      }
    }
    checkClocks(text + "foothold pc1 10:00", "pc9 420±1 flows");
  }

  @Test
  void credentialsSentAndTheLogonTheyMadeCompareTwoClocks() {
    StringBuilder text = new StringBuilder(seen(1, 2, 0, 6, 0));
    for (int i = 0; i < 5; i++) {
      Instant at = START.plusSeconds(7200L * i);
      text.append(time(at)).append(" explicit pc1 pc9 by kim").append(i).append(';');
      text.append(time(at.plusSeconds(420)))
          .append(" kim")
          .append(i)
          .append(" pc1->pc9 session 7;");
    }
    checkClocks(text + "foothold pc1 20:00", "pc9 420±1 logons");
    String again = text.toString();
    checkClocks(again + "08:20 kim0 pc1->pc9 session 8; foothold pc1 20:00", "");
  }
}

package org.tidemark.exposure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.testing.Project;
import org.tidemark.trail.Trail;
import org.tidemark.trail.World;

/**
 * A real theft: the key of an instance's role was used from elsewhere, by a program that no
 * instance has. What is held is that key alone, not the role and not the user beside it.
 */
class CloudTheftTest {
  private static final String KEY = "ASIA5FLZVX4OPVKKVBMX";

  @TempDir
  Path temp;

  @Test
  void theKeyIsHeldFromItsFirstUseByTheForeignProgram() {
    theft("case indicators: {user_agent: '*aws-cli*Darwin*', grade: confirmed};", outcome -> {
      Trail trail = outcome.trail();
      assertEquals(
          List.of(KEY + " 2020-09-14T01:00:04Z confirmed"),
          trail.accounts().stream()
              .map(a -> a.name() + " " + a.from() + " " + a.grade().id())
              .toList());
      Trail.Foothold derived = trail.footholds().get(0);
      assertTrue(derived.derived(), "no path explains it");
      assertEquals("key " + KEY, derived.kind() + " " + derived.name());
      assertEquals(Set.of("ring.txt"), contents(outcome));
    });
  }

  @Test
  void theSameFromTheKeyAsTheFoothold() {
    theft("foothold key:" + KEY + " -1200d;", outcome -> {
      assertEquals(
          Set.of(KEY),
          outcome.trail().accounts().stream()
              .map(Trail.HeldAccount::name)
              .collect(Collectors.toSet()));
      assertEquals(Set.of("ring.txt"), contents(outcome));
    });
  }

  private void theft(String world, java.util.function.Consumer<World.Outcome> check) {
    Optional<Path> data = Project.realData("cloud/aws-s3-theft", "trail of a real theft");
    if (data.isEmpty()) {
      return;
    }
    Path log = data.get()
        .resolve("collection/ec2_proxy_s3_exfiltration")
        .resolve("ec2_proxy_s3_exfiltration_2020-09-14011940.json");
    try (World.Outcome outcome = World.trace(temp, world + "real logs/trail.json " + log)) {
      check.accept(outcome);
    }
  }

  /** Names, without the bucket, of objects whose content was disclosed. */
  private static Set<String> contents(World.Outcome outcome) {
    return new ExposedObjects(
            outcome.caseFile(), outcome.folder(), outcome.evidence(), outcome.trail())
        .find().stream()
            .filter(
                o -> o.kind.equals("bucket-object") && o.effect == ExposedObject.Effect.DISCLOSED)
            .map(o -> o.name.substring(o.name.lastIndexOf('/') + 1))
            .collect(Collectors.toSet());
  }
}

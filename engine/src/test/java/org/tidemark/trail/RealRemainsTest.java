package org.tidemark.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.Progress;
import org.tidemark.engine.StoppedException;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.Ingest;
import org.tidemark.testing.Project;

/** What real intrusions left behind and sent out, each from its source host as the foothold. */
class RealRemainsTest {
  @TempDir
  Path temp;

  private void check(Path data, String run, String left) throws IOException, StoppedException {
    Path log = data.resolve(run + ".json.gz");
    assertEquals(left, of(log, "logs/" + run + ".json.gz", "workstation5", Seen::left), run);
  }

  private String of(Path log, String name, String foothold, Function<Trail, String> what)
      throws IOException, StoppedException {
    Ingest ingest = new Ingest(temp.resolve(name)).file(name, Files.readAllBytes(log));
    try (Evidence evidence = ingest.evidence()) {
      Instant first = Instant.parse(String.valueOf(evidence.json().logs().get(0).first()));
      return what.apply(TrailStage.trace(
          Traced.caseWithFoothold(foothold, first), evidence, Progress.NONE, Cancellation.NEVER));
    }
  }

  @Test
  void accountsServicesAndTasksAreFoundAndNothingElse() throws IOException, StoppedException {
    Optional<Path> data = Project.realData("windows-lateral", "what real intrusions left behind");
    if (data.isEmpty()) {
      return;
    }
    String there = " on workstation6 by theshire\\pgustavo possible made-in-session hop";
    check(
        data.get(),
        "empire_wmic_add_user_backdoor",
        "account-created workstation6\\backdoor" + there + " 2");
    check(data.get(), "empire_psexec_dcerpc_tcp_svcctl", "service Updater" + there + " 2");
    check(
        data.get(),
        "covenant_sharpsc_create_dcerpc_smb_svcctl",
        "service Cyb3rWard0g/OTR" + there + " 2");
    check(
        data.get(),
        "schtask_create",
        "task \\Microsoft\\Windows\\SoftwareProtectionPlatform\\EventCacheManager" + there);
    for (String run : List.of(
        "covenant_copy_smb_CreateRequest",
        "covenant_dcom_executeexcel4macro_blocked",
        "covenant_dcom_registerxll",
        "covenant_psremoting_command",
        "covenant_sc_query_dcerpc_smb_svcctl",
        "covenant_sharpwmi_create_dcerpc_wmi",
        "empire_psremoting_stager")) {
      check(data.get(), run, "");
    }
  }

  @Test
  void whatLeftAnotherIsBoundedFromWhatASensorSaw() throws IOException, StoppedException {
    Optional<Path> data = Project.realData("zeek-day1", "what a real intrusion sent out");
    if (data.isEmpty()) {
      return;
    }
    Path log = data.get().resolve("combined_zeek.log.gz");
    String sent = of(log, "logs/zeek.log.gz", "scranton", Seen::outgoing);
    assertEquals(
        "scranton->192.168.0.4 unresolved 2187099 in 6 possible held-source;"
            + " scranton->192.168.0.5 unresolved 594878 in 3 possible held-source",
        Arrays.stream(sent.split("; ", -1))
            .filter(one -> one.startsWith("scranton"))
            .collect(Collectors.joining("; ")));
  }
}

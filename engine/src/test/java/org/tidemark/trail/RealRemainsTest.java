package org.tidemark.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.Progress;
import org.tidemark.engine.StoppedException;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.Ingest;
import org.tidemark.testing.Project;

/** What real intrusions left behind, each from its source host as the foothold. */
class RealRemainsTest {
  @TempDir
  Path temp;

  private void check(Path data, String run, String left) throws IOException, StoppedException {
    byte[] log = Files.readAllBytes(data.resolve(run + ".json.gz"));
    Ingest ingest = new Ingest(temp.resolve(run)).file("logs/" + run + ".json.gz", log);
    try (Evidence evidence = ingest.evidence()) {
      Instant first = Instant.parse(String.valueOf(evidence.json().logs().get(0).first()));
      Trail trail = TrailStage.trace(
          Traced.caseWithFoothold("workstation5", first),
          evidence,
          Progress.NONE,
          Cancellation.NEVER);
      assertEquals(left, Seen.left(trail), run);
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
}

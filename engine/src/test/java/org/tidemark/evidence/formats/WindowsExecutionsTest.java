package org.tidemark.evidence.formats;

import org.junit.jupiter.api.Test;

/** Tasks and services; processes stand in {@link WindowsJsonTest}. */
class WindowsExecutionsTest {
  @Test
  void aTaskIsReadWhenItIsMadeAndWhenItsContentChanges() {
    task(4698, "0x51a2").gives("TASK a harbour\\mori \\Cleanup - #51a2");
    task(4702, "0x51a2").gives("TASK a harbour\\mori \\Cleanup - #51a2");
    task(4698, "0x3e7").gives("TASK a harbour\\mori \\Cleanup - #3e7");
  }

  @Test
  void whatTheSystemDoesWithItsTasksAllDayIsNotUsed() {
    task(4702, "0x3e7").isIgnored("task-changed-by-system");
  }

  @Test
  void aServiceNamesWhoInstalledItWhereTheChannelDoes() {
    WindowsEvent.security(4697)
        .with("SubjectUserName", "mori")
        .with("SubjectDomainName", "HARBOUR")
        .with("SubjectLogonId", "0x51a2")
        .with("ServiceName", "sample")
        .gives("SERVICE a harbour\\mori sample - #51a2");
    WindowsEvent.of("System", 7045).with("ServiceName", "sample").gives("SERVICE a - sample - #0");
  }

  private static WindowsEvent task(int number, String session) {
    return WindowsEvent.security(number)
        .with("SubjectUserName", "mori")
        .with("SubjectDomainName", "HARBOUR")
        .with("SubjectLogonId", session)
        .with("TaskName", "\\Cleanup");
  }
}

package org.tidemark.evidence.formats;

import java.util.Locale;
import org.tidemark.evidence.AccountName;
import org.tidemark.evidence.ActKind;
import org.tidemark.evidence.ExecutionKind;
import org.tidemark.evidence.FactSink;

/** Code that ran, in Windows events: processes, services, tasks. */
final class WindowsExecutions {
  /** Logon id of the system itself, the same on every host (winnt.h, SYSTEM_LUID). */
  private static final long LOCAL_SYSTEM = 0x3e7;

  private WindowsExecutions() {}

  /** 4688: a process runs as the target where the record names one, else as its creator. */
  static boolean process(WindowsRecord event, FactSink sink) {
    sink.shows(ActKind.PROCESS);
    long target = event.session(WindowsField.TARGET_LOGON);
    int account = target == 0 ? event.subject(sink) : event.target(sink);
    long session = target == 0 ? event.subjectSession() : target;
    int image = sink.object(event.text(WindowsField.PROCESS_NAME));
    sink.execution(event.host(), account, session, image, -1, ExecutionKind.PROCESS);
    return true;
  }

  /** Sysmon 1: a process. */
  static boolean sysmon(WindowsRecord event, FactSink sink) {
    sink.shows(ActKind.PROCESS);
    sink.execution(
        event.host(),
        sink.account(AccountName.of(event.text(WindowsField.USER))),
        event.session(WindowsField.LOGON_ID),
        sink.object(event.text(WindowsField.IMAGE)),
        sink.object(event.text(WindowsField.HASHES).toLowerCase(Locale.ROOT)),
        ExecutionKind.PROCESS);
    return true;
  }

  /** 4697: a service was installed. */
  static boolean service(WindowsRecord event, FactSink sink) {
    return named(event, WindowsField.SERVICE_NAME, ExecutionKind.SERVICE, sink);
  }

  /** 4698: a task was made. */
  static boolean task(WindowsRecord event, FactSink sink) {
    return named(event, WindowsField.TASK_NAME, ExecutionKind.TASK, sink);
  }

  /**
   * 4702: a task was given other content. The system does so with its own tasks all day, and its
   * records do not tell that from an intruder's who acts as the system.
   */
  static boolean taskChanged(WindowsRecord event, FactSink sink) {
    return event.subjectSession() == LOCAL_SYSTEM
        ? WindowsRecord.ignore(sink, "task-changed-by-system")
        : task(event, sink);
  }

  /** 7045 of the System channel: a service was installed; nobody is named. */
  static boolean serviceOfNobody(WindowsRecord event, FactSink sink) {
    int name = sink.object(event.text(WindowsField.SERVICE_NAME));
    sink.execution(event.host(), -1, 0, name, -1, ExecutionKind.SERVICE);
    return true;
  }

  private static boolean named(
      WindowsRecord event, WindowsField field, ExecutionKind kind, FactSink sink) {
    int name = sink.object(event.text(field));
    sink.execution(event.host(), event.subject(sink), event.subjectSession(), name, -1, kind);
    return true;
  }
}

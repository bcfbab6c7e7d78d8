package org.tidemark.evidence.formats;

import java.util.Locale;
import org.tidemark.evidence.FactSink;
import org.tidemark.evidence.LineFormat;
import org.tidemark.evidence.SessionMarkKind;
import org.tidemark.evidence.WrittenTime;

/**
 * What Windows events say: who wrote each and when, and which class reads its facts. Keeps nothing
 * from one record to the next.
 */
final class WindowsEvents implements LineFormat.Lines {
  private static final String CERTIFICATES =
      "Microsoft-Windows-CertificateServicesClient-Lifecycle-System/";

  private final WindowsRecord event = new WindowsRecord();
  private final WindowsRemoteAccess remote = new WindowsRemoteAccess();
  private final WrittenTime time = new WrittenTime();
  private final WrittenTime beside = new WrittenTime();

  @Override
  public void line(byte[] bytes, int start, int stop, FactSink sink) {
    if (!event.read(bytes, start, stop)) {
      sink.unparsed();
      return;
    }
    int number = (int) event.number(WindowsField.EVENT_ID, -1);
    String hostname = event.endpoint(WindowsField.HOSTNAME);
    if (number < 0 || hostname.isEmpty()) {
      sink.unparsed();
      return;
    }
    int host = sink.endpoint(hostname);
    if (!readTime(host, sink)) {
      sink.unparsed();
      return;
    }
    event.writtenBy(host);
    sink.writtenBy(host);
    if (sink.settings().unfiltered()) {
      String channel = event.text(WindowsField.CHANNEL).toLowerCase(Locale.ROOT);
      sink.numbered(channel, event.number(WindowsField.RECORD_NUMBER, -1));
    }
    if (facts(number, sink)) {
      sink.used();
    }
  }

  private boolean readTime(int host, FactSink sink) {
    WindowsField field = event.has(WindowsField.EVENT_TIME)
        ? WindowsField.EVENT_TIME
        : event.has(WindowsField.TIME_CREATED) ? WindowsField.TIME_CREATED : WindowsField.TIMESTAMP;
    if (!time.read(event.text(field))) {
      return false;
    }
    if (time.hasZone()) {
      return sink.at(time.utcMicros(), time.zoneMinutes());
    }
    if (sink.settings().zone().isEmpty()) {
      if (event.has(WindowsField.UTC_TIME) && beside.read(event.text(WindowsField.UTC_TIME))) {
        sink.zoneVote(host, time.localMicros(), beside.utcMicros());
      } else if (event.has(WindowsField.TIMESTAMP)
          && beside.read(event.text(WindowsField.TIMESTAMP))
          && beside.hasZone()) {
        sink.zoneVote(host, time.localMicros(), beside.utcMicros());
      }
    }
    return sink.atLocal(time.localMicros());
  }

  /** Adds the event's facts; false where it ended the record as ignored. */
  private boolean facts(int number, FactSink sink) {
    if (event.is(WindowsField.CHANNEL, "Security")) {
      return security(number, sink);
    }
    if (event.is(WindowsField.CHANNEL, "Microsoft-Windows-Sysmon/Operational")) {
      return switch (number) {
        case 1 -> WindowsExecutions.sysmon(event, sink);
        case 3 -> WindowsFlows.sysmon(event, sink);
        default -> WindowsRecord.ignore(sink, "event-not-used");
      };
    }
    if (event.is(WindowsField.CHANNEL, "System")) {
      return system(number, sink);
    }
    return number == 1007 && event.startsWith(WindowsField.CHANNEL, CERTIFICATES)
        ? WindowsChanges.keyExport(event, sink)
        : remote.read(event, number, sink);
  }

  private boolean security(int number, FactSink sink) {
    return switch (number) {
      case 4624, 4625 -> WindowsLogons.logon(event, number == 4624, sink);
      case 4634, 4647 -> WindowsLogons.logoff(event, sink);
      case 4648 -> WindowsLogons.explicit(event, sink);
      case 4672 -> WindowsLogons.privileges(event, sink);
      case 4768, 4771 -> WindowsTickets.granting(event, number == 4768, sink);
      case 4769 -> WindowsTickets.service(event, sink);
      case 4776 -> WindowsTickets.validation(event, sink);
      case 4688 -> WindowsExecutions.process(event, sink);
      case 4697 -> WindowsExecutions.service(event, sink);
      case 4698 -> WindowsExecutions.task(event, sink);
      case 4702 -> WindowsExecutions.taskChanged(event, sink);
      case 5140 -> WindowsObjects.share(event, sink);
      case 5145 -> WindowsObjects.sharedFile(event, sink);
      case 4663 -> WindowsObjects.file(event, sink);
      case 4662 -> WindowsObjects.directory(event, sink);
      case 4778 -> WindowsRemoteAccess.reconnected(event, sink);
      case 5156, 5157 -> WindowsFlows.filtered(event, number == 5156, sink);
      case 5136 -> WindowsChanges.directory(event, sink);
      case 4719 -> WindowsChanges.auditPolicy(event, sink);
      case 1102 -> cleared(sink);
      case 4608 -> started(sink);
      default ->
        WindowsChanges.isChange(number)
            ? WindowsChanges.change(event, number, sink)
            : WindowsRecord.ignore(sink, "event-not-used");
    };
  }

  private boolean system(int number, FactSink sink) {
    if (number == 7045) {
      return WindowsExecutions.serviceOfNobody(event, sink);
    }
    return number == 6005 && event.is(WindowsField.SOURCE_NAME, "EventLog")
        ? started(sink)
        : WindowsRecord.ignore(sink, "event-not-used");
  }

  private static boolean cleared(FactSink sink) {
    sink.cleared();
    return true;
  }

  private boolean started(FactSink sink) {
    sink.mark(event.host(), -1, 0, SessionMarkKind.BOOT);
    return true;
  }
}

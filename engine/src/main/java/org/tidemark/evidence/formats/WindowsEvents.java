package org.tidemark.evidence.formats;

import org.tidemark.evidence.AccountName;
import org.tidemark.evidence.ActKind;
import org.tidemark.evidence.EndpointName;
import org.tidemark.evidence.ExecutionKind;
import org.tidemark.evidence.FactSink;
import org.tidemark.evidence.JsonFields;
import org.tidemark.evidence.LineFormat;
import org.tidemark.evidence.LogonType;
import org.tidemark.evidence.SessionMarkKind;
import org.tidemark.evidence.WrittenTime;

/** What Windows events say. Keeps nothing from one record to the next. */
final class WindowsEvents implements LineFormat.Lines {
  private static final int EVENT_ID = 0;
  private static final int CHANNEL = 1;
  private static final int HOSTNAME = 2;
  private static final int EVENT_TIME = 3;
  private static final int TIME_CREATED = 4;
  private static final int TIMESTAMP = 5;
  private static final int UTC_TIME = 6;
  private static final int KEYWORDS = 7;
  private static final int SOURCE_NAME = 8;
  private static final int SUBJECT_USER = 9;
  private static final int SUBJECT_DOMAIN = 10;
  private static final int SUBJECT_LOGON = 11;
  private static final int TARGET_USER = 12;
  private static final int TARGET_DOMAIN = 13;
  private static final int TARGET_LOGON = 14;
  private static final int LOGON_TYPE = 15;
  private static final int IP_ADDRESS = 16;
  private static final int WORKSTATION = 17;
  private static final int TARGET_SERVER = 18;
  private static final int SERVICE_NAME = 19;
  private static final int STATUS = 20;
  private static final int PROCESS_NAME = 21;
  private static final int TASK_NAME = 22;
  private static final int MEMBER_SID = 23;
  private static final int IMAGE = 24;
  private static final int LOGON_ID = 25;
  private static final int USER = 26;
  private static final int HASHES = 27;
  private static final int INITIATED = 28;
  private static final int SOURCE_IP = 29;
  private static final int DIRECTION = 30;
  private static final int SOURCE_ADDRESS = 31;
  static final int SHARE_NAME = 32;
  static final int RELATIVE_NAME = 33;
  static final int ACCESS_MASK = 34;
  static final int OBJECT_TYPE = 35;
  static final int OBJECT_NAME = 36;
  private static final int RECORD_NUMBER = 37;
  private static final int SUBCATEGORY = 38;
  private static final int POLICY_CHANGES = 39;

  /** Keywords of an audit record that says: refused ({@code 0x8010000000000000}). */
  private static final long AUDIT_FAILURE = 0x10_0000_0000_0000L;

  private static final String OUTBOUND = "%%14593";

  private final JsonFields fields = new JsonFields(
      "EventID",
      "Channel",
      "Hostname",
      "EventTime",
      "TimeCreated",
      "@timestamp",
      "UtcTime",
      "Keywords",
      "SourceName",
      "SubjectUserName",
      "SubjectDomainName",
      "SubjectLogonId",
      "TargetUserName",
      "TargetDomainName",
      "TargetLogonId",
      "LogonType",
      "IpAddress",
      "WorkstationName",
      "TargetServerName",
      "ServiceName",
      "Status",
      "NewProcessName",
      "TaskName",
      "MemberSid",
      "Image",
      "LogonId",
      "User",
      "Hashes",
      "Initiated",
      "SourceIp",
      "Direction",
      "SourceAddress",
      "ShareName",
      "RelativeTargetName",
      "AccessMask",
      "ObjectType",
      "ObjectName",
      "RecordNumber",
      "SubcategoryGuid",
      "AuditPolicyChanges");
  private final WrittenTime time = new WrittenTime();
  private final WrittenTime beside = new WrittenTime();
  private final WindowsObjects objects = new WindowsObjects(fields);

  @Override
  public void line(byte[] bytes, int start, int stop, FactSink sink) {
    if (!fields.read(bytes, start, stop)) {
      sink.unparsed();
      return;
    }
    int event = (int) fields.number(EVENT_ID, -1);
    String hostname = EndpointName.of(fields.text(HOSTNAME));
    if (event < 0 || hostname.isEmpty()) {
      sink.unparsed();
      return;
    }
    int host = sink.endpoint(hostname);
    if (!readTime(host, sink)) {
      sink.unparsed();
      return;
    }
    sink.writtenBy(host);
    if (sink.settings().unfiltered()) {
      String channel = fields.text(CHANNEL).toLowerCase(java.util.Locale.ROOT);
      sink.numbered(channel, fields.number(RECORD_NUMBER, -1));
    }
    boolean used;
    if (fields.is(CHANNEL, "Security")) {
      used = security(event, host, sink);
    } else if (fields.is(CHANNEL, "Microsoft-Windows-Sysmon/Operational")) {
      used = sysmon(event, host, sink);
    } else if (fields.is(CHANNEL, "System")) {
      used = system(event, host, sink);
    } else {
      sink.ignored("channel-not-used");
      return;
    }
    if (used) {
      sink.used();
    }
  }

  private boolean readTime(int host, FactSink sink) {
    int field =
        fields.has(EVENT_TIME) ? EVENT_TIME : fields.has(TIME_CREATED) ? TIME_CREATED : TIMESTAMP;
    if (!time.read(fields.text(field))) {
      return false;
    }
    if (time.hasZone()) {
      return sink.at(time.utcMicros(), time.zoneMinutes());
    }
    if (sink.settings().zone().isEmpty()) {
      if (fields.has(UTC_TIME) && beside.read(fields.text(UTC_TIME))) {
        sink.zoneVote(host, time.localMicros(), beside.utcMicros());
      } else if (fields.has(TIMESTAMP) && beside.read(fields.text(TIMESTAMP)) && beside.hasZone()) {
        sink.zoneVote(host, time.localMicros(), beside.utcMicros());
      }
    }
    return sink.atLocal(time.localMicros());
  }

  /** Adds the facts of a Security event; false where it ended the record as ignored. */
  private boolean security(int event, int host, FactSink sink) {
    switch (event) {
      case 4624:
      case 4625:
        return logon(event == 4624, host, sink);
      case 4634:
      case 4647:
        sink.shows(ActKind.LOGON);
        sink.mark(host, target(sink), session(TARGET_LOGON), SessionMarkKind.END);
        return true;
      case 4648:
        return explicit(host, sink);
      case 4672:
        sink.shows(ActKind.LOGON);
        sink.mark(host, subject(sink), session(SUBJECT_LOGON), SessionMarkKind.ADMIN);
        return true;
      case 4768:
      case 4771:
        sink.controller();
        return ignore(sink, "ticket-to-get-tickets");
      case 4769:
        return ticket(host, sink);
      case 4688:
        sink.shows(ActKind.PROCESS);
        return process(host, sink);
      case 4697:
        return execution(SERVICE_NAME, ExecutionKind.SERVICE, host, sink);
      case 4698:
        return execution(TASK_NAME, ExecutionKind.TASK, host, sink);
      case 5140:
        return objects.share(
            host, subject(sink), from(sink), session(SUBJECT_LOGON), refused(), sink);
      case 5145:
        return objects.sharedFile(
            host, subject(sink), from(sink), session(SUBJECT_LOGON), refused(), sink);
      case 4663:
        return objects.file(host, subject(sink), session(SUBJECT_LOGON), refused(), sink);
      case 5156:
        return fields.is(DIRECTION, OUTBOUND)
            ? ownAddress(SOURCE_ADDRESS, host, sink)
            : ignore(sink, "flow-not-used");
      case 1102:
        sink.cleared();
        return true;
      case 4719:
        AuditPolicy.change(fields, SUBCATEGORY, POLICY_CHANGES, sink);
        int policy = sink.object("4719");
        sink.change(host, subject(sink), -1, session(SUBJECT_LOGON), policy, -1);
        return true;
      case 4608:
        sink.mark(host, -1, 0, SessionMarkKind.BOOT);
        return true;
      default:
        return isChange(event) ? change(event, host, sink) : ignore(sink, "event-not-used");
    }
  }

  private boolean sysmon(int event, int host, FactSink sink) {
    if (event == 1) {
      sink.shows(ActKind.PROCESS);
      sink.execution(
          host,
          sink.account(AccountName.of(fields.text(USER))),
          session(LOGON_ID),
          sink.object(fields.text(IMAGE)),
          sink.object(fields.text(HASHES).toLowerCase(java.util.Locale.ROOT)),
          ExecutionKind.PROCESS);
      return true;
    }
    return event == 3 && fields.is(INITIATED, "true")
        ? ownAddress(SOURCE_IP, host, sink)
        : ignore(sink, "event-not-used");
  }

  private boolean system(int event, int host, FactSink sink) {
    if (event == 7045) {
      sink.execution(
          host, -1, 0, sink.object(fields.text(SERVICE_NAME)), -1, ExecutionKind.SERVICE);
      return true;
    }
    if (event == 6005 && fields.is(SOURCE_NAME, "EventLog")) {
      sink.mark(host, -1, 0, SessionMarkKind.BOOT);
      return true;
    }
    return ignore(sink, "event-not-used");
  }

  private boolean logon(boolean succeeded, int host, FactSink sink) {
    sink.shows(ActKind.LOGON);
    int from = from(sink);
    String account = AccountName.of(fields.text(TARGET_USER), fields.text(TARGET_DOMAIN));
    if (succeeded && from >= 0 && account.endsWith("$")) {
      String machine = account.substring(account.indexOf('\\') + 1, account.length() - 1);
      ownAddress(sink, EndpointName.of(machine), sink.endpointName(from));
    }
    int type = (int) fields.number(LOGON_TYPE, 0);
    if (from < 0) {
      String workstation = EndpointName.of(fields.text(WORKSTATION));
      boolean itself = workstation.equals(sink.endpointName(host))
          || EndpointName.isLoopback(workstation)
          || EndpointName.isLoopback(EndpointName.of(fields.text(IP_ADDRESS)));
      // A network logon over loopback was made by a program on the host. A desktop's workstation
      // is the host itself wherever its client sits.
      boolean network = LogonType.of(type) == LogonType.NETWORK
          || LogonType.of(type) == LogonType.NETWORK_CLEARTEXT;
      from = !itself ? sink.endpoint(workstation) : network ? host : -1;
    }
    sink.logon(
        sink.account(account),
        from,
        host,
        session(TARGET_LOGON),
        LogonType.of(type),
        succeeded,
        -1);
    return true;
  }

  private boolean explicit(int host, FactSink sink) {
    sink.shows(ActKind.LOGON);
    String server = EndpointName.of(fields.text(TARGET_SERVER));
    if (server.isEmpty()
        || EndpointName.isLoopback(server)
        || server.equals(sink.endpointName(host))) {
      return ignore(sink, "credentials-used-locally");
    }
    int to = sink.endpoint(server);
    long session = session(SUBJECT_LOGON);
    sink.logon(target(sink), host, to, session, LogonType.EXPLICIT, true, -1);
    return true;
  }

  private boolean ticket(int host, FactSink sink) {
    sink.controller();
    sink.shows(ActKind.LOGON);
    String service = fields.text(SERVICE_NAME);
    if (!service.endsWith("$")) {
      return ignore(
          sink, service.equalsIgnoreCase("krbtgt") ? "ticket-to-get-tickets" : "ticket-of-account");
    }
    String client = EndpointName.of(fields.text(IP_ADDRESS));
    int from = EndpointName.isLoopback(client) ? host : sink.endpoint(client);
    int to = sink.endpoint(EndpointName.of(service.substring(0, service.length() - 1)));
    boolean given = fields.number(STATUS, 0) == 0;
    sink.logon(target(sink), from, to, 0, LogonType.TICKET, given, -1);
    return true;
  }

  /** A process runs as the target subject where the record names one, else as its creator. */
  private boolean process(int host, FactSink sink) {
    long target = session(TARGET_LOGON);
    int account = target == 0 ? subject(sink) : target(sink);
    long session = target == 0 ? session(SUBJECT_LOGON) : target;
    int image = sink.object(fields.text(PROCESS_NAME));
    sink.execution(host, account, session, image, -1, ExecutionKind.PROCESS);
    return true;
  }

  private boolean execution(int field, ExecutionKind kind, int host, FactSink sink) {
    int name = sink.object(fields.text(field));
    sink.execution(host, subject(sink), session(SUBJECT_LOGON), name, -1, kind);
    return true;
  }

  /** Accounts 4720–4726, 4738, 4740, 4767, 4781; members of groups 4728–4733, 4746–4762. */
  private static boolean isChange(int event) {
    return (event >= 4720 && event <= 4767) || event == 4781;
  }

  /**
   * What a change to a group was done to is the member; the group stands beside the event's number.
   */
  private boolean change(int event, int host, FactSink sink) {
    sink.shows(ActKind.CHANGE);
    String target = AccountName.of(fields.text(TARGET_USER), fields.text(TARGET_DOMAIN));
    String what = Integer.toString(event);
    if (fields.has(MEMBER_SID)) {
      what = what + " " + target;
      target = AccountName.of(fields.text(MEMBER_SID));
    }
    int account = sink.account(target);
    sink.change(host, subject(sink), account, session(SUBJECT_LOGON), sink.object(what), -1);
    return true;
  }

  private boolean ownAddress(int field, int host, FactSink sink) {
    String address = EndpointName.of(fields.text(field));
    ownAddress(sink, sink.endpointName(host), address);
    return true;
  }

  private static void ownAddress(FactSink sink, String host, String address) {
    if (!host.isEmpty() && EndpointName.isUnicast(address)) {
      sink.ownAddress(sink.endpoint(host), sink.endpoint(address));
    }
  }

  private static boolean ignore(FactSink sink, String reason) {
    sink.ignored(reason);
    return false;
  }

  private int subject(FactSink sink) {
    return sink.account(AccountName.of(fields.text(SUBJECT_USER), fields.text(SUBJECT_DOMAIN)));
  }

  private int target(FactSink sink) {
    return sink.account(AccountName.of(fields.text(TARGET_USER), fields.text(TARGET_DOMAIN)));
  }

  /** Endpoint of the client's address; -1 where there is none or it is the host's own loopback. */
  private int from(FactSink sink) {
    String address = EndpointName.of(fields.text(IP_ADDRESS));
    return EndpointName.isLoopback(address) ? -1 : sink.endpoint(address);
  }

  private long session(int field) {
    return fields.number(field, 0);
  }

  private boolean refused() {
    return (fields.number(KEYWORDS, 0) & AUDIT_FAILURE) != 0;
  }
}

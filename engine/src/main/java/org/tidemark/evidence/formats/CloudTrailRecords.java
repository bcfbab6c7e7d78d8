package org.tidemark.evidence.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.tidemark.evidence.ActKind;
import org.tidemark.evidence.EndpointName;
import org.tidemark.evidence.FactSink;
import org.tidemark.evidence.LogonType;
import org.tidemark.evidence.Operation;
import org.tidemark.evidence.WrittenTime;

/**
 * What CloudTrail records say. A credential's first use of a service from an address, by a user
 * agent, on a day is a logon; which uses were first is remembered for one file.
 */
final class CloudTrailRecords {
  private static final long DAY_MICROS = 86_400_000_000L;

  private static final Map<String, Operation> OBJECT_OPERATIONS = Map.ofEntries(
      Map.entry("GetObject", Operation.READ),
      Map.entry("SelectObjectContent", Operation.READ),
      Map.entry("GetObjectTorrent", Operation.READ),
      Map.entry("PutObject", Operation.WRITE),
      Map.entry("CopyObject", Operation.WRITE),
      Map.entry("CompleteMultipartUpload", Operation.WRITE),
      Map.entry("DeleteObject", Operation.DELETE),
      Map.entry("DeleteObjects", Operation.DELETE),
      Map.entry("DeleteBucket", Operation.DELETE),
      Map.entry("HeadObject", Operation.OPEN),
      Map.entry("ListObjects", Operation.LIST),
      Map.entry("ListObjectsV2", Operation.LIST),
      Map.entry("ListObjectVersions", Operation.LIST),
      Map.entry("ListBucket", Operation.LIST),
      Map.entry("ListBuckets", Operation.LIST));

  private static final Set<String> CHANGES = Set.of(
      "AssumeRole",
      "AssumeRoleWithSAML",
      "AssumeRoleWithWebIdentity",
      "GetSessionToken",
      "GetFederationToken",
      "CreateAccessKey",
      "UpdateAccessKey",
      "DeleteAccessKey",
      "CreateUser",
      "DeleteUser",
      "CreateLoginProfile",
      "UpdateLoginProfile",
      "DeleteLoginProfile",
      "ChangePassword",
      "AttachUserPolicy",
      "AttachRolePolicy",
      "AttachGroupPolicy",
      "PutUserPolicy",
      "PutRolePolicy",
      "PutGroupPolicy",
      "AddUserToGroup",
      "CreateRole",
      "UpdateAssumeRolePolicy",
      "DeactivateMFADevice",
      "DeleteVirtualMFADevice",
      "CreatePolicyVersion",
      "SetDefaultPolicyVersion");

  private final WrittenTime time = new WrittenTime();
  private final SessionNumber sessions = new SessionNumber();
  private final Map<String, Long> sessionOf = new HashMap<>();
  private final Map<String, Long> usesSeen = new HashMap<>();

  void read(JsonNode event, FactSink sink) {
    String service = firstLabel(text(event, "eventSource"));
    String name = text(event, "eventName");
    String written = text(event, "eventTime");
    boolean timed = time.read(written.isEmpty() ? text(event, "@timestamp") : written);
    if (service.isEmpty() || name.isEmpty() || !timed || !giveTime(sink)) {
      sink.unparsed();
      return;
    }
    JsonNode identity = event.path("userIdentity");
    String owner = text(event, "recipientAccountId");
    owner = owner.isEmpty() ? text(identity, "accountId") : owner;
    String place = "aws/" + (owner.isEmpty() ? "unknown" : owner) + "/" + service;
    int host = sink.endpoint(place);
    sink.writtenBy(host);
    Use use = use(event, identity, host, sink);
    boolean used = logon(use, name, event, sink);
    if (service.equals("s3")) {
      used |= access(use, name, event, sink);
    }
    if (CHANGES.contains(name)) {
      used |= change(use, name, event, sink);
    }
    if (used) {
      sink.used();
    } else {
      sink.ignored(use.credential.isEmpty() ? "no-credential" : "use-already-known");
    }
  }

  /** Who used what from where in one record. */
  private record Use(
      int host,
      String credential,
      int account,
      int from,
      long session,
      int agent,
      boolean allowed) {}

  private Use use(JsonNode event, JsonNode identity, int host, FactSink sink) {
    String credential = text(identity, "accessKeyId");
    if (credential.isEmpty()) {
      credential = text(identity, "arn");
    }
    if (credential.isEmpty()) {
      credential = text(identity, "invokedBy");
    }
    String source = text(event, "sourceIPAddress");
    String address =
        EndpointName.isAddress(source) ? EndpointName.of(source) : source.toLowerCase(Locale.ROOT);
    long session =
        credential.isEmpty() ? 0 : sessionOf.computeIfAbsent(credential, key -> sessions.of(key));
    return new Use(
        host,
        credential,
        sink.account(credential),
        sink.endpoint(address),
        session,
        sink.object(text(event, "userAgent")),
        text(event, "errorCode").isEmpty());
  }

  private boolean giveTime(FactSink sink) {
    return time.hasZone()
        ? sink.at(time.utcMicros(), time.zoneMinutes())
        : sink.at(time.localMicros(), 0);
  }

  private boolean logon(Use use, String name, JsonNode event, FactSink sink) {
    if (use.credential.isEmpty()) {
      return false;
    }
    sink.shows(ActKind.LOGON);
    boolean console = name.equals("ConsoleLogin");
    boolean refused =
        console && text(event.path("responseElements"), "ConsoleLogin").equals("Failure");
    boolean succeeded = use.allowed && !refused;
    long day = Math.floorDiv(sink.at(), DAY_MICROS);
    String ends = use.credential + ' ' + use.from + ' ' + use.host;
    String key = ends + ' ' + use.agent + ' ' + day + ' ' + succeeded;
    // Files are not in the order of time: an earlier use of the day is the first one after all.
    Long before = usesSeen.get(key);
    if (!console && before != null && before <= sink.at()) {
      return false;
    }
    usesSeen.put(key, sink.at());
    sink.logon(use.account, use.from, use.host, use.session, LogonType.CLOUD, succeeded, use.agent);
    return true;
  }

  private boolean access(Use use, String name, JsonNode event, FactSink sink) {
    Operation operation = OBJECT_OPERATIONS.get(name);
    if (operation == null) {
      return false;
    }
    JsonNode asked = event.path("requestParameters");
    String bucket = text(asked, "bucketName");
    String key = text(asked, "key");
    if (!key.isEmpty()) {
      sink.shows(ActKind.FILE);
    }
    String object = "s3://" + bucket + (key.isEmpty() ? "" : "/" + key);
    JsonNode more = event.path("additionalEventData");
    String moved = operation == Operation.WRITE ? "bytesTransferredIn" : "bytesTransferredOut";
    access(use, object, operation, more.path(moved).asLong(-1), sink);
    String copied = text(asked, "x-amz-copy-source");
    if (!copied.isEmpty()) {
      String path = copied.startsWith("/") ? copied.substring(1) : copied;
      access(use, "s3://" + path, Operation.READ, -1, sink);
    }
    return true;
  }

  private static void access(
      Use use, String object, Operation operation, long bytes, FactSink sink) {
    sink.access(
        use.host,
        use.account,
        use.from,
        use.session,
        sink.object(java.text.Normalizer.normalize(object, java.text.Normalizer.Form.NFC)),
        operation,
        use.allowed,
        bytes,
        use.agent);
  }

  /**
   * A refused change changed nothing. A role's target names the role and, after a slash, the
   * session.
   */
  private static boolean change(Use use, String name, JsonNode event, FactSink sink) {
    if (!use.allowed) {
      return false;
    }
    sink.shows(ActKind.CHANGE);
    JsonNode asked = event.path("requestParameters");
    String role = text(asked, "roleArn");
    String target = role.isEmpty() ? text(asked, "userName") : role;
    target = name.endsWith("AccessKey") && asked.has("accessKeyId")
        ? text(asked, "accessKeyId")
        : target;
    target = target.isEmpty() ? text(asked, "roleName") : target;
    String session = text(asked, "roleSessionName");
    JsonNode given = event.path("responseElements");
    String issued = text(given.path("credentials"), "accessKeyId");
    issued = issued.isEmpty() ? text(given.path("accessKey"), "accessKeyId") : issued;
    sink.change(
        use.host,
        use.account,
        sink.account(session.isEmpty() ? target : target + "/" + session),
        use.session,
        sink.object(name),
        sink.account(issued));
    expires(use, issued, text(given.path("credentials"), "expiration"), sink);
    return true;
  }

  /** What was issued ends by itself: a change at that instant says so. */
  private static void expires(Use use, String issued, String written, FactSink sink) {
    OptionalLong until = CloudTrailTime.micros(written);
    long now = sink.at();
    if (!issued.isEmpty() && until.isPresent() && until.getAsLong() > now) {
      int key = sink.account(issued);
      sink.at(until.getAsLong(), 0);
      sink.change(use.host, use.account, key, use.session, sink.object("expires"), -1);
      sink.at(now, 0);
    }
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() ? value.textValue() : "";
  }

  private static String firstLabel(String name) {
    int dot = name.indexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}

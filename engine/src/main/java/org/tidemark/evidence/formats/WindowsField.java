package org.tidemark.evidence.formats;

import java.util.Arrays;

/** Fields of Windows events that are read, by the name that NXLog and the events' XML give them. */
enum WindowsField {
  EVENT_ID("EventID"),
  CHANNEL("Channel"),
  HOSTNAME("Hostname"),
  EVENT_TIME("EventTime"),
  TIME_CREATED("TimeCreated"),
  TIMESTAMP("@timestamp"),
  UTC_TIME("UtcTime"),
  KEYWORDS("Keywords"),
  SOURCE_NAME("SourceName"),
  RECORD_NUMBER("RecordNumber"),
  SUBJECT_USER("SubjectUserName"),
  SUBJECT_DOMAIN("SubjectDomainName"),
  SUBJECT_LOGON("SubjectLogonId"),
  TARGET_USER("TargetUserName"),
  TARGET_DOMAIN("TargetDomainName"),
  TARGET_LOGON("TargetLogonId"),
  LOGON_TYPE("LogonType"),
  IP_ADDRESS("IpAddress"),
  WORKSTATION_NAME("WorkstationName"),
  WORKSTATION("Workstation"),
  TARGET_SERVER("TargetServerName"),
  SERVICE_NAME("ServiceName"),
  STATUS("Status"),
  ENCRYPTION("TicketEncryptionType"),
  PROCESS_NAME("NewProcessName"),
  TASK_NAME("TaskName"),
  MEMBER_SID("MemberSid"),
  IMAGE("Image"),
  APPLICATION("Application"),
  LOGON_ID("LogonId"),
  USER("User"),
  HASHES("Hashes"),
  INITIATED("Initiated"),
  DIRECTION("Direction"),
  PROTOCOL("Protocol"),
  SOURCE_IP("SourceIp"),
  SOURCE_ADDRESS("SourceAddress"),
  SOURCE_PORT("SourcePort"),
  DESTINATION_IP("DestinationIp"),
  DESTINATION_ADDRESS("DestAddress"),
  DESTINATION_PORT("DestinationPort"),
  DEST_PORT("DestPort"),
  SHARE_NAME("ShareName"),
  RELATIVE_NAME("RelativeTargetName"),
  ACCESS_MASK("AccessMask"),
  OBJECT_TYPE("ObjectType"),
  OBJECT_NAME("ObjectName"),
  SUBCATEGORY("SubcategoryGuid"),
  POLICY_CHANGES("AuditPolicyChanges");

  private final String key;

  WindowsField(String key) {
    this.key = key;
  }

  /** Names in the order of the fields. */
  static String[] keys() {
    return Arrays.stream(values()).map(field -> field.key).toArray(String[]::new);
  }
}

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
  TARGET_SID("TargetSid"),
  TARGET_USER_SID("TargetUserSid"),
  OUTBOUND_USER("TargetOutboundUserName"),
  OUTBOUND_DOMAIN("TargetOutboundDomainName"),
  OLD_USER("OldTargetUserName"),
  NEW_USER("NewTargetUserName"),
  LOGON_TYPE("LogonType"),
  RESTRICTED_ADMIN("RestrictedAdminMode"),
  CREDENTIAL_GUARD("RemoteCredentialGuard"),
  IP_ADDRESS("IpAddress"),
  WORKSTATION_NAME("WorkstationName"),
  WORKSTATION("Workstation"),
  TARGET_SERVER("TargetServerName"),
  SERVICE_NAME("ServiceName"),
  STATUS("Status"),
  SUB_STATUS("SubStatus"),
  ENCRYPTION("TicketEncryptionType"),
  PROCESS_NAME("NewProcessName"),
  TASK_NAME("TaskName"),
  MEMBER_SID("MemberSid"),
  IMAGE("Image"),
  APPLICATION("Application"),
  LOGON_ID("LogonId"),
  USER("User"),
  USER_ID("UserID"),
  ACCOUNT_NAME("AccountName"),
  ACCOUNT_DOMAIN("AccountDomain"),
  DOMAIN("Domain"),
  RECONNECTED_LOGON("LogonID"),
  CLIENT_NAME("ClientName"),
  CLIENT_ADDRESS("ClientAddress"),
  SESSION_ID("SessionID"),
  ADDRESS("Address"),
  PARAMETER_1("Param1"),
  PARAMETER_2("Param2"),
  PARAMETER_3("Param3"),
  VALUE("Value"),
  CONNECTION("connection"),
  MESSAGE("Message"),
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
  OBJECT_CLASS("ObjectClass"),
  OBJECT_DN("ObjectDN"),
  ATTRIBUTE("AttributeLDAPDisplayName"),
  PROPERTIES("Properties"),
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

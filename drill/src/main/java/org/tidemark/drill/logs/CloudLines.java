package org.tidemark.drill.logs;

import java.time.Instant;
import org.tidemark.drill.world.Chance;
import org.tidemark.drill.world.Machine;

/** Records of AWS CloudTrail, in the account and region of the drill. */
final class CloudLines {
  static final String LOG = "cloudtrail/210987654321";
  static final String ACCOUNT = "210987654321";
  static final String BUCKET = "harbour-exports";
  static final String FIRST_KEY = "AKIA5DRILLHARBOUR001";
  static final String SECOND_KEY = "AKIA5DRILLHARBOUR002";
  /** The company's own way out to the internet. */
  static final String OFFICE = "198.51.100.20";

  private static final String SDK =
      "aws-sdk-java/2.20.140 Linux/5.15.0 OpenJDK_64-Bit_Server_VM/17.0.8";
  static final String CLI = "aws-cli/2.13.20 Python/3.11.5 Linux/6.1.0 exe/x86_64 prompt/off";

  private final LogDay day;
  private final Machine anchor;
  private final long seed;

  /**
   * {@code anchor}: the machine whose place in order the cloud's records take; it does not show in
   * them.
   */
  CloudLines(LogDay day, Machine anchor, long seed) {
    this.day = day;
    this.anchor = anchor;
    this.seed = seed;
  }

  /** The application reads, writes or lists objects. {@code object} is empty for a listing. */
  void object(long at, String key, String address, String what, String object) {
    String agent = address.equals(OFFICE) ? SDK : CLI;
    String bucket = "arn:aws:s3:::" + BUCKET;
    String parameters = object.isEmpty()
        ? "{\"bucketName\":\"" + BUCKET + "\",\"Host\":\"" + BUCKET
            + ".s3.ap-northeast-1.amazonaws.com\",\"prefix\":\"\"}"
        : "{\"bucketName\":\"" + BUCKET + "\",\"Host\":\"" + BUCKET
            + ".s3.ap-northeast-1.amazonaws.com\",\"key\":\"" + object + "\"}";
    String resources = (object.isEmpty()
            ? ""
            : "{\"type\":\"AWS::S3::Object\",\"ARN\":\"" + bucket + "/" + object + "\"},")
        + "{\"accountId\":\"" + ACCOUNT + "\",\"type\":\"AWS::S3::Bucket\",\"ARN\":\"" + bucket
        + "\"}";
    String extra = ",\"additionalEventData\":{\"SignatureVersion\":\"SigV4\",\"CipherSuite\":"
        + "\"ECDHE-RSA-AES128-GCM-SHA256\",\"bytesTransferredIn\":0,\"bytesTransferredOut\":"
        + (object.isEmpty() ? 4_200 : 1_000 + object.hashCode() % 500) + "}"
        + ",\"readOnly\":" + !what.startsWith("Put") + ",\"resources\":[" + resources
        + "],\"managementEvent\":false,\"eventCategory\":\"Data\"";
    add(
        at,
        user("hb-export-app", key),
        "s3.amazonaws.com",
        what,
        address,
        agent,
        parameters,
        "null",
        extra);
  }

  /** A person signs in to the console. */
  void console(long at, String user) {
    add(
        at,
        "{\"type\":\"IAMUser\",\"principalId\":\"AIDA5DRILL" + user.hashCode() % 1000
            + "\",\"arn\":"
            + "\"arn:aws:iam::" + ACCOUNT + ":user/" + user + "\",\"accountId\":\"" + ACCOUNT
            + "\",\"userName\":\"" + user + "\"}",
        "signin.amazonaws.com",
        "ConsoleLogin",
        OFFICE,
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64)",
        "null",
        "{\"ConsoleLogin\":\"Success\"}",
        ",\"additionalEventData\":{\"MobileVersion\":\"No\",\"MFAUsed\":\"Yes\"},"
            + "\"readOnly\":false,"
            + "\"managementEvent\":true,\"eventCategory\":\"Management\"");
  }

  /** The application takes a role; the key that is issued. */
  void assumeRole(long at, String key, String issued) {
    add(
        at,
        user("hb-export-app", key),
        "sts.amazonaws.com",
        "AssumeRole",
        OFFICE,
        SDK,
        "{\"roleArn\":\"arn:aws:iam::" + ACCOUNT
            + ":role/hb-report\",\"roleSessionName\":\"report\"}",
        "{\"credentials\":{\"accessKeyId\":\"" + issued + "\",\"expiration\":\""
            + Instant.ofEpochSecond(at + 3600) + "\"},\"assumedRoleUser\":{\"arn\":\"arn:aws:sts::"
            + ACCOUNT
            + ":assumed-role/hb-report/report\"}}",
        ",\"readOnly\":true,\"managementEvent\":true,\"eventCategory\":\"Management\"");
  }

  /** The cloud administrator changes the application's keys. */
  void key(long at, String what, String key) {
    boolean created = what.equals("CreateAccessKey");
    add(
        at,
        user("hb-cloudadmin", "AKIA5DRILLCLOUDADMIN"),
        "iam.amazonaws.com",
        what,
        OFFICE,
        CLI,
        "{\"userName\":\"hb-export-app\"" + (created ? "}" : ",\"accessKeyId\":\"" + key + "\"}"),
        created
            ? "{\"accessKey\":{\"userName\":\"hb-export-app\",\"accessKeyId\":\"" + key
                + "\",\"status\":\"Active\"}}"
            : "null",
        ",\"readOnly\":false,\"managementEvent\":true,\"eventCategory\":\"Management\"");
  }

  private static String user(String name, String key) {
    return "{\"type\":\"IAMUser\",\"principalId\":\"AIDA5DRILLEXPORTAPP01\",\"arn\":\"arn:aws:iam::"
        + ACCOUNT
        + ":user/" + name + "\",\"accountId\":\"" + ACCOUNT + "\",\"accessKeyId\":\"" + key
        + "\",\"userName\":\"" + name + "\"}";
  }

  private void add(
      long at,
      String identity,
      String source,
      String name,
      String address,
      String agent,
      String parameters,
      String answer,
      String extra) {
    day.add(LOG, anchor, at, (out, number) -> {
      Chance chance = Chance.of(seed, "cloud", at, number);
      String id = chance.hex(8) + "-" + chance.hex(4) + "-" + chance.hex(4) + "-" + chance.hex(4)
          + "-" + chance.hex(12);
      out.append("{\"eventVersion\":\"1.08\",\"userIdentity\":").append(identity);
      out.append(",\"eventTime\":\"").append(Instant.ofEpochSecond(at));
      out.append("\",\"eventSource\":\"")
          .append(source)
          .append("\",\"eventName\":\"")
          .append(name);
      out.append("\",\"awsRegion\":\"ap-northeast-1\",\"sourceIPAddress\":\"").append(address);
      out.append("\",\"userAgent\":\"")
          .append(agent)
          .append("\",\"requestParameters\":")
          .append(parameters);
      out.append(",\"responseElements\":").append(answer).append(extra);
      out.append(",\"requestID\":\"")
          .append(chance.hex(16))
          .append("\",\"eventID\":\"")
          .append(id);
      out.append("\",\"eventType\":\"")
          .append(name.equals("ConsoleLogin") ? "AwsConsoleSignIn" : "AwsApiCall");
      out.append("\",\"recipientAccountId\":\"").append(ACCOUNT).append("\"}");
    });
  }
}

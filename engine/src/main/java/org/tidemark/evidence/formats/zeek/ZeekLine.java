package org.tidemark.evidence.formats.zeek;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.evidence.EndpointName;
import org.tidemark.evidence.FactSink;
import org.tidemark.evidence.JsonFields;
import org.tidemark.evidence.WrittenTime;
import org.tidemark.evidence.formats.SessionNumber;

/**
 * One line of a Zeek log as JSON, whichever program wrote it: connections' ends are {@code
 * id.orig_h} or {@code id_orig_h}, times seconds since 1970 with a fraction or ISO 8601. Keeps the
 * last line read; one instance a thread.
 */
final class ZeekLine {
  /** Fields by the name that Zeek gives them. */
  enum Field {
    TS("ts"),
    UID("uid"),
    PROTO("proto"),
    SERVICE("service"),
    DURATION("duration"),
    ORIG_BYTES("orig_bytes"),
    RESP_BYTES("resp_bytes"),
    CONN_STATE("conn_state"),
    REQUEST_TYPE("request_type"),
    CLIENT("client"),
    ERROR_MSG("error_msg"),
    CIPHER("cipher"),
    SUCCESS("success"),
    USERNAME("username"),
    HOSTNAME("hostname"),
    DOMAINNAME("domainname"),
    SERVER_NB("server_nb_computer_name"),
    SERVER_DNS("server_dns_computer_name"),
    ACTION("action"),
    PATH("path"),
    NAME("name"),
    SIZE("size"),
    FUID("fuid"),
    SHARE_TYPE("share_type"),
    NAMED_PIPE("named_pipe"),
    ENDPOINT("endpoint"),
    OPERATION("operation"),
    METHOD("method"),
    URI("uri"),
    STATUS_CODE("status_code"),
    USER_AGENT("user_agent"),
    AUTH_SUCCESS("auth_success"),
    AUTH_ATTEMPTS("auth_attempts"),
    SECURITY_PROTOCOL("security_protocol"),
    COOKIE("cookie"),
    ASSIGNED_ADDR("assigned_addr"),
    ASSIGNED_IP("assigned_ip"),
    HOST_NAME("host_name"),
    CLIENT_FQDN("client_fqdn"),
    LEASE_TIME("lease_time"),
    MSG_TYPES("msg_types"),
    QUERY("query"),
    QTYPE_NAME("qtype_name"),
    ANSWERS("answers"),
    AA("AA"),
    STREAM("_path"),
    STREAM_CORELIGHT("@stream"),
    STREAM_OTHER("@path"),
    SYSTEM("@system"),
    SYSTEM_NAME("_system_name"),
    NODE("_node"),
    ORIG_H("id.orig_h"),
    ORIG_P("id.orig_p"),
    RESP_H("id.resp_h"),
    RESP_P("id.resp_p"),
    ORIG_H_FLAT("id_orig_h"),
    ORIG_P_FLAT("id_orig_p"),
    RESP_H_FLAT("id_resp_h"),
    RESP_P_FLAT("id_resp_p");

    private final String key;

    Field(String key) {
      this.key = key;
    }
  }

  private static final int MAX_LIST = 256;
  private static final int MAX_PORT = 0xffff;

  private final JsonFields fields = new JsonFields(
      java.util.Arrays.stream(Field.values()).map(field -> field.key).toArray(String[]::new));
  private final WrittenTime time = new WrittenTime();
  private final SessionNumber numbers = new SessionNumber();

  boolean read(byte[] bytes, int start, int stop) {
    return fields.read(bytes, start, stop);
  }

  boolean has(Field field) {
    return fields.has(field.ordinal());
  }

  String text(Field field) {
    return fields.text(field.ordinal());
  }

  boolean is(Field field, String ascii) {
    return fields.is(field.ordinal(), ascii);
  }

  /** A whole number; -1 where there is none. */
  long number(Field field) {
    return fields.number(field.ordinal(), -1);
  }

  /** An interval in seconds, as µs; 0 where there is none. */
  long interval(Field field) {
    double seconds = decimal(text(field));
    return seconds > 0 && seconds < 1e12 ? Math.round(seconds * 1e6) : 0;
  }

  /** The texts of a list of texts or numbers; empty where there is none. */
  List<String> list(Field field) {
    String raw = text(field);
    List<String> texts = new ArrayList<>();
    if (!raw.startsWith("[") || !raw.endsWith("]")) {
      return texts;
    }
    for (String part : raw.substring(1, raw.length() - 1).split(",", MAX_LIST)) {
      String text = part.strip();
      boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
      texts.add(quoted ? text.substring(1, text.length() - 1) : text);
    }
    return texts;
  }

  /** Gives the time to the sink; false where there is none or it is absurd. */
  boolean giveTime(FactSink sink) {
    String written = text(Field.TS);
    if (time.read(written)) {
      return sink.at(time.utcMicros(), time.hasZone() ? time.zoneMinutes() : 0);
    }
    double seconds = decimal(written);
    return seconds > 0 && seconds < 1e12 && sink.at(Math.round(seconds * 1e6), 0);
  }

  private static double decimal(String text) {
    if (text.isEmpty() || text.length() > 32) {
      return -1;
    }
    for (int i = 0; i < text.length(); i++) {
      if ("0123456789.eE+-".indexOf(text.charAt(i)) < 0) {
        return -1;
      }
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** Address of the end that opened the connection; empty where there is none. */
  String client() {
    return EndpointName.of(text(has(Field.ORIG_H) ? Field.ORIG_H : Field.ORIG_H_FLAT));
  }

  /** Address of the other end. */
  String server() {
    return EndpointName.of(text(has(Field.RESP_H) ? Field.RESP_H : Field.RESP_H_FLAT));
  }

  int clientPort() {
    return port(has(Field.ORIG_P) ? Field.ORIG_P : Field.ORIG_P_FLAT);
  }

  int serverPort() {
    return port(has(Field.RESP_P) ? Field.RESP_P : Field.RESP_P_FLAT);
  }

  private int port(Field field) {
    long port = number(field);
    return port < 0 || port > MAX_PORT ? 0 : (int) port;
  }

  /** Number of the connection as this sensor counts it; 0 where the line names none. */
  long connection() {
    String uid = text(Field.UID);
    return uid.isEmpty() ? 0 : numbers.of(uid);
  }

  /**
   * Number of the session: the connection by its two ends, so that it is one whichever sensor saw
   * it. It comes again when the client's port does.
   */
  long session() {
    return numbers.of(
        client(), Integer.toString(clientPort()), server(), Integer.toString(serverPort()));
  }

  /** Who wrote the line: the sensor, where the line names it. */
  String sensor() {
    Field field =
        has(Field.SYSTEM) ? Field.SYSTEM : has(Field.SYSTEM_NAME) ? Field.SYSTEM_NAME : Field.NODE;
    String name = EndpointName.of(text(field));
    return name.isEmpty() ? "zeek" : name;
  }

  /** Which log the line is of, named or known by its fields; empty where neither tells. */
  String stream() {
    for (Field field : List.of(Field.STREAM, Field.STREAM_CORELIGHT, Field.STREAM_OTHER)) {
      if (has(field)) {
        return text(field);
      }
    }
    return streamByFields();
  }

  private String streamByFields() {
    if (has(Field.CONN_STATE)) {
      return "conn";
    }
    if (has(Field.REQUEST_TYPE)) {
      return "kerberos";
    }
    if (has(Field.SERVER_NB) || has(Field.SERVER_DNS) || has(Field.DOMAINNAME)) {
      return "ntlm";
    }
    if (has(Field.SHARE_TYPE)) {
      return "smb_mapping";
    }
    if (has(Field.ACTION) && (has(Field.NAME) || has(Field.PATH))) {
      return "smb_files";
    }
    if (has(Field.ENDPOINT) && has(Field.OPERATION)) {
      return "dce_rpc";
    }
    if (has(Field.METHOD) && has(Field.URI)) {
      return "http";
    }
    if (has(Field.AUTH_ATTEMPTS) || has(Field.AUTH_SUCCESS)) {
      return "ssh";
    }
    if (has(Field.SECURITY_PROTOCOL) || has(Field.COOKIE)) {
      return "rdp";
    }
    if (has(Field.MSG_TYPES) || has(Field.ASSIGNED_ADDR) || has(Field.ASSIGNED_IP)) {
      return "dhcp";
    }
    return has(Field.QUERY) && has(Field.QTYPE_NAME) ? "dns" : "";
  }
}

package org.tidemark.evidence.formats.zeek;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidemark.evidence.EndpointName;
import org.tidemark.evidence.FactSink;
import org.tidemark.evidence.JsonFields;
import org.tidemark.evidence.WrittenTime;
import org.tidemark.evidence.formats.SessionNumber;

/**
 * One line of a Zeek log, as JSON, whichever program wrote it, or between tabs: connections' ends
 * are {@code id.orig_h} or {@code id_orig_h}, times seconds since 1970 with a fraction or ISO 8601.
 * Keeps the last line read; one instance a thread.
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
    PREV_NAME("prev_name"),
    SIZE("size"),
    FUID("fuid"),
    SHARE_TYPE("share_type"),
    NAMED_PIPE("named_pipe"),
    ENDPOINT("endpoint"),
    OPERATION("operation"),
    METHOD("method"),
    URI("uri"),
    STATUS_CODE("status_code"),
    RESPONSE_BODY_LEN("response_body_len"),
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

  private static final Map<String, Field> BY_NAME = Arrays.stream(Field.values())
      .collect(Collectors.toUnmodifiableMap(field -> field.key, field -> field));

  private static final int MAX_LIST = 256;
  private static final int MAX_PORT = 0xffff;
  private static final int MICRO_DIGITS = 6;

  private final JsonFields fields =
      new JsonFields(Arrays.stream(Field.values()).map(field -> field.key).toArray(String[]::new));
  private final WrittenTime time = new WrittenTime();
  private final SessionNumber numbers = new SessionNumber();
  private @Nullable ZeekColumns columns;

  /** Reads a line of JSON; false where it is none. */
  boolean read(byte[] bytes, int start, int stop) {
    columns = null;
    return fields.read(bytes, start, stop);
  }

  /** The line is a row between tabs. */
  void row(ZeekColumns row) {
    columns = row;
  }

  /** The field of a name that Zeek gives; empty where no fact needs it. */
  static Optional<Field> field(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  boolean has(Field field) {
    return columns == null ? fields.has(field.ordinal()) : !columns.text(field).isEmpty();
  }

  String text(Field field) {
    return columns == null ? fields.text(field.ordinal()) : columns.text(field);
  }

  boolean is(Field field, String ascii) {
    return columns == null
        ? fields.is(field.ordinal(), ascii)
        : columns.text(field).equalsIgnoreCase(ascii);
  }

  /** Whether a field that is true or false is true. */
  boolean isTrue(Field field) {
    return is(field, columns == null ? "true" : "T");
  }

  /** A whole number; -1 where there is none. */
  long number(Field field) {
    if (columns == null) {
      return fields.number(field.ordinal(), -1);
    }
    String digits = columns.text(field);
    long value = digits.isEmpty() || digits.length() > 18 ? -1 : 0;
    for (int i = 0; i < digits.length() && value >= 0; i++) {
      int digit = digits.charAt(i) - '0';
      value = digit < 0 || digit > 9 ? -1 : value * 10 + digit;
    }
    return value;
  }

  /** An interval in seconds, as µs; 0 where there is none. */
  long interval(Field field) {
    return Math.max(0, micros(text(field)));
  }

  /** The texts of a list of texts or numbers; empty where there is none. */
  List<String> list(Field field) {
    String raw = text(field);
    List<String> texts = new ArrayList<>();
    boolean array = raw.startsWith("[") && raw.endsWith("]");
    if (raw.isEmpty() || columns == null && !array) {
      return texts;
    }
    String inner = array ? raw.substring(1, raw.length() - 1) : raw;
    for (String part : inner.split(",", MAX_LIST)) {
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
    long micros = micros(written);
    return micros > 0 && sink.at(micros, 0);
  }

  /** Seconds with a fraction, as µs, cut off; -1 where the text is none or beyond reason. */
  private static long micros(String text) {
    int dot = text.indexOf('.');
    int whole = dot < 0 ? text.length() : dot;
    if (text.isEmpty() || whole == 0 || whole > 12 || text.length() > 40) {
      return -1;
    }
    long value = 0;
    for (int i = 0; i < whole + 1 + MICRO_DIGITS; i++) {
      if (i == whole) {
        continue;
      }
      int digit = i < text.length() ? text.charAt(i) - '0' : 0;
      if (digit < 0 || digit > 9) {
        return scientific(text);
      }
      value = value * 10 + digit;
    }
    for (int i = whole + 1 + MICRO_DIGITS; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return scientific(text);
      }
    }
    return value;
  }

  /** {@code 9.5e-05}, as short intervals are written. */
  private static long scientific(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("0123456789.eE+-".indexOf(text.charAt(i)) < 0) {
        return -1;
      }
    }
    try {
      double seconds = Double.parseDouble(text);
      return seconds >= 0 && seconds < 1e12 ? (long) (seconds * 1e6) : -1;
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
    if (columns != null && !columns.path().isEmpty()) {
      return columns.path();
    }
    if (has(Field.STREAM)) {
      return text(Field.STREAM);
    }
    if (has(Field.STREAM_CORELIGHT)) {
      return text(Field.STREAM_CORELIGHT);
    }
    return has(Field.STREAM_OTHER) ? text(Field.STREAM_OTHER) : streamByFields();
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

package org.tidemark.evidence.formats;

import org.tidemark.evidence.AccountName;
import org.tidemark.evidence.EndpointName;
import org.tidemark.evidence.FactSink;
import org.tidemark.evidence.JsonFields;

/**
 * One Windows event, filled again for each line: its fields, and the names that several kinds of
 * event write alike. One instance a thread.
 */
@SuppressWarnings("EnumOrdinal") // the order in which the fields were handed to their finder
final class WindowsRecord {
  /** Keywords of an audit record that says: refused ({@code 0x8010000000000000}). */
  private static final long AUDIT_FAILURE = 0x10_0000_0000_0000L;

  private final JsonFields fields = new JsonFields(WindowsField.keys());
  private int host = -1;

  /** Whether {@code bytes[start, stop)} hold one whole event. */
  boolean read(byte[] bytes, int start, int stop) {
    host = -1;
    return fields.read(bytes, start, stop);
  }

  /** The record was written by this endpoint. */
  void writtenBy(int endpoint) {
    host = endpoint;
  }

  /** Endpoint that wrote the record. */
  int host() {
    return host;
  }

  boolean has(WindowsField field) {
    return fields.has(field.ordinal());
  }

  boolean is(WindowsField field, String ascii) {
    return fields.is(field.ordinal(), ascii);
  }

  String text(WindowsField field) {
    return fields.text(field.ordinal());
  }

  /**
   * The field's text; where the collector dropped it, what the message shows behind a label, up to
   * the end of the line.
   */
  String text(WindowsField field, String label) {
    if (has(field)) {
      return text(field);
    }
    String message = text(WindowsField.MESSAGE);
    int at = message.indexOf(label);
    if (at < 0) {
      return "";
    }
    int end = message.indexOf('\n', at);
    return message
        .substring(at + label.length(), end < 0 ? message.length() : end)
        .strip();
  }

  boolean startsWith(WindowsField field, String ascii) {
    return fields.startsWith(field.ordinal(), ascii);
  }

  long number(WindowsField field, long missing) {
    return fields.number(field.ordinal(), missing);
  }

  /** A logon id; 0 where there is none. */
  long session(WindowsField field) {
    return fields.number(field.ordinal(), 0);
  }

  /** Session of whoever acts. */
  long subjectSession() {
    return session(WindowsField.SUBJECT_LOGON);
  }

  /** Whoever acts. */
  int subject(FactSink sink) {
    return account(WindowsField.SUBJECT_USER, WindowsField.SUBJECT_DOMAIN, sink);
  }

  /** Whoever it is done to, or who logs on. */
  int target(FactSink sink) {
    return account(WindowsField.TARGET_USER, WindowsField.TARGET_DOMAIN, sink);
  }

  /** Account that two fields name; -1 where they name none. */
  int account(WindowsField name, WindowsField domain, FactSink sink) {
    return sink.account(AccountName.of(text(name), text(domain)));
  }

  /**
   * Whoever ran the program that wrote the record, outside of the Security channel: by name where
   * the collector looked it up, else by SID.
   */
  int runner(FactSink sink) {
    String name = AccountName.of(text(WindowsField.ACCOUNT_NAME), text(WindowsField.DOMAIN));
    return sink.account(name.isEmpty() ? AccountName.of(text(WindowsField.USER_ID)) : name);
  }

  /**
   * The record shows a name and the SID of one account. SIDs that every host has, such as
   * LocalSystem's, name nobody and are left out.
   */
  void sameAccount(int account, WindowsField sid, FactSink sink) {
    if (account >= 0 && fields.startsWith(sid.ordinal(), "S-1-5-21-")) {
      sink.sameAccount(account, sink.account(AccountName.of(text(sid))));
    }
  }

  /** Name of the endpoint that a field holds; empty where it names none. */
  String endpoint(WindowsField field) {
    return EndpointName.of(text(field));
  }

  /** Endpoint of the client's address; -1 where there is none or it is the host's own loopback. */
  int from(FactSink sink) {
    String address = endpoint(WindowsField.IP_ADDRESS);
    return EndpointName.isLoopback(address) ? -1 : sink.endpoint(address);
  }

  boolean refused() {
    return (number(WindowsField.KEYWORDS, 0) & AUDIT_FAILURE) != 0;
  }

  /** Ends the record as of no use; gives false, for the caller to give on. */
  static boolean ignore(FactSink sink, String reason) {
    sink.ignored(reason);
    return false;
  }
}

package org.tidemark.evidence.formats.logoncsv;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.tidemark.evidence.AccountName;
import org.tidemark.evidence.EndpointName;
import org.tidemark.evidence.FactSink;
import org.tidemark.evidence.LineFormat;
import org.tidemark.evidence.LogonType;
import org.tidemark.evidence.WrittenNames;
import org.tidemark.evidence.WrittenTime;
import org.tidemark.evidence.formats.SessionNumber;

/**
 * Reads the lines of one unit of a table of logons. Nothing becomes a text but names and words at
 * their first sight.
 */
final class LogonRows implements LineFormat.Lines {
  private static final int LONGEST_DECIMAL = 18;
  private static final int LONGEST_HEX = 16;

  /** Types by their number. */
  private static final LogonType[] TYPES = new LogonType[256];

  static {
    Arrays.setAll(TYPES, LogonType::of);
  }

  private final LogonLayout layout;
  private final Charset charset;
  private final LogonFields fields;
  private final WrittenTime time = new WrittenTime();
  private final SessionNumber sessions = new SessionNumber();
  private final WrittenNames accounts;
  private final WrittenNames endpoints;
  private final WrittenNames outcomes;
  private final WrittenNames types;
  private final boolean hasOutcome;

  LogonRows(LogonLayout layout) {
    this.layout = layout;
    charset = layout.charset();
    fields = new LogonFields(layout);
    accounts = new WrittenNames(
        charset, (sink, name, domain) -> sink.account(AccountName.of(name, domain)));
    endpoints =
        new WrittenNames(charset, (sink, name, none) -> sink.endpoint(EndpointName.of(name)));
    outcomes = new WrittenNames(charset, (sink, word, none) -> LogonWords.outcome(word));
    types = new WrittenNames(charset, (sink, word, none) -> LogonWords.type(word));
    hasOutcome = layout.place(LogonColumn.OUTCOME) >= 0;
  }

  @Override
  public void line(byte[] bytes, int start, int stop, FactSink sink) {
    if (bytes[start] == '#') {
      sink.ignored("comment");
      return;
    }
    String fault = fields.split(bytes, start, stop);
    if (fault.isEmpty()) {
      fault = record(fields.bytes(), sink);
    }
    if (!fault.isEmpty()) {
      sink.unparsed(fault);
    }
  }

  /** Reads the record; why it cannot be read, an id, or the empty text. */
  private String record(byte[] bytes, FactSink sink) {
    int start = fields.start(LogonColumn.TIME);
    int stop = fields.stop(LogonColumn.TIME);
    if (!time(bytes, start, stop, sink)) {
      if (new String(bytes, start, stop - start, charset).equals(layout.timeWord())) {
        sink.ignored("header");
        return "";
      }
      return "time";
    }
    int to = endpoint(bytes, LogonColumn.TO, sink);
    if (to < 0) {
      return fields.isEmpty(LogonColumn.TO) ? ignored("no-target", sink) : "target";
    }
    // A table does not show that it is all that the target wrote: no kind of act is covered by it.
    sink.writtenBy(to);
    int outcome =
        hasOutcome ? word(bytes, LogonColumn.OUTCOME, outcomes, sink) : LogonWords.SUCCEEDED;
    if (outcome == LogonWords.UNKNOWN) {
      return "outcome";
    }
    int account = accounts.number(
        sink,
        bytes,
        fields.start(LogonColumn.ACCOUNT),
        fields.stop(LogonColumn.ACCOUNT),
        fields.start(LogonColumn.DOMAIN),
        fields.stop(LogonColumn.DOMAIN));
    if (account < 0) {
      return fields.isEmpty(LogonColumn.ACCOUNT) ? ignored("no-account", sink) : "account";
    }
    int from = endpoint(bytes, LogonColumn.FROM, sink);
    LogonType type = type(word(bytes, LogonColumn.TYPE, types, sink), from == to);
    sink.logon(account, from, to, session(bytes), type, outcome == LogonWords.SUCCEEDED, -1);
    sink.used();
    return "";
  }

  private static String ignored(String reason, FactSink sink) {
    sink.ignored(reason);
    return "";
  }

  private boolean time(byte[] bytes, int start, int stop, FactSink sink) {
    if (time.read(bytes, start, stop)) {
      return time.hasZone()
          ? sink.at(time.utcMicros(), time.zoneMinutes())
          : sink.atLocal(time.localMicros());
    }
    return time.readEpoch(bytes, start, stop) && sink.at(time.utcMicros(), 0);
  }

  private int endpoint(byte[] bytes, LogonColumn column, FactSink sink) {
    return endpoints.number(sink, bytes, fields.start(column), fields.stop(column));
  }

  private int word(byte[] bytes, LogonColumn column, WrittenNames words, FactSink sink) {
    return words.number(sink, bytes, fields.start(column), fields.stop(column));
  }

  /**
   * A logon whose type is not written, or in a word that nobody knows, may have come from
   * elsewhere: that it did not is for the log to show.
   */
  private static LogonType type(int code, boolean atTheHost) {
    if (code >= 0) {
      return TYPES[code];
    }
    return atTheHost ? LogonType.INTERACTIVE : LogonType.NETWORK;
  }

  /** Decimal or hexadecimal numbers as they are, anything else by its hash; 0 = none. */
  private long session(byte[] bytes) {
    int start = fields.start(LogonColumn.SESSION);
    int stop = fields.stop(LogonColumn.SESSION);
    if (fields.isEmpty(LogonColumn.SESSION)) {
      return 0;
    }
    boolean hex = stop - start > 2 && bytes[start] == '0' && (bytes[start + 1] | 0x20) == 'x';
    int first = hex ? start + 2 : start;
    int radix = hex ? 16 : 10;
    if (stop - first <= (hex ? LONGEST_HEX : LONGEST_DECIMAL)) {
      long number = 0;
      int i = first;
      while (i < stop && Character.digit(bytes[i], radix) >= 0) {
        number = number * radix + Character.digit(bytes[i++], radix);
      }
      if (i == stop) {
        return number;
      }
    }
    return sessions.of(new String(bytes, start, stop - start, charset));
  }
}

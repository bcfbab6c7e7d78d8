package org.tidemark.evidence.formats.logoncsv;

import java.util.Map;
import org.tidemark.evidence.LineFormat;
import org.tidemark.evidence.LogLayout;
import org.tidemark.evidence.ReadSettings;

/**
 * Logons as delimited text with a header: what companies export from tools of their own. One line
 * is one record; a table cannot show that it holds every logon, so it covers a host only where the
 * case file says so ({@code audits: [logon]}).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
public final class LogonCsv extends LineFormat {
  @Override
  public String id() {
    return "logon-csv";
  }

  @Override
  public String title() {
    return "Logons as text between commas, semicolons or tabs, with a header";
  }

  @Override
  public String reads() {
    return """
        Columns by header words (English, Japanese, Korean) or by columns: {time: HEADER}:
        time, account, to (these three must be there), domain, from, outcome, type, session.
        Times: ISO 8601, yyyy-MM-dd HH:mm:ss[.fff], yyyy/M/d H:mm:ss, seconds or ms since 1970.
        Without a type a logon counts as from the network. One record a line.""";
  }

  @Override
  public String document() {
    return "https://www.rfc-editor.org/rfc/rfc4180";
  }

  @Override
  public boolean recognises(byte[] head, int length) {
    return !LogonLayout.find(head, length, Map.of(), false).layout().isEmpty();
  }

  @Override
  public boolean takesColumns() {
    return true;
  }

  @Override
  public LogLayout layout(byte[] head, int length, Map<String, String> columns) {
    LogonLayout.Found found = LogonLayout.find(head, length, columns, true);
    return found.layout().isEmpty()
        ? LogLayout.lacks(found.missing().stream().map(LogonColumn::id).toList())
        : LogLayout.of(found.layout().get(0).encode());
  }

  @Override
  protected Lines open(ReadSettings settings) {
    if (settings.layout().isEmpty()) {
      throw new IllegalStateException(
          "layout: empty (expected: what LogonCsv.layout made of the head)");
    }
    return new LogonRows(LogonLayout.decode(settings.layout()));
  }
}

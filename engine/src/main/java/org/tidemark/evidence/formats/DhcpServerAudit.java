package org.tidemark.evidence.formats;

import java.nio.charset.StandardCharsets;
import org.tidemark.evidence.EndpointName;
import org.tidemark.evidence.FactSink;
import org.tidemark.evidence.LineFormat;
import org.tidemark.evidence.ReadSettings;
import org.tidemark.evidence.WrittenTime;

/**
 * Audit log of the Windows DHCP server ({@code DhcpSrvLog-Mon.log}): comma-separated lines after a
 * heading, dates as month/day/year in the server's local time. Says neither which server wrote it
 * nor how long leases last.
 */
public final class DhcpServerAudit extends LineFormat {
  private static final int COLUMNS = 7;

  @Override
  public String id() {
    return "windows-dhcp";
  }

  @Override
  public String title() {
    return "Windows DHCP server's audit log (DhcpSrvLog-*.log)";
  }

  @Override
  public String reads() {
    return """
        leases given, renewed and released (10, 11, 12, 20, 21) as whose an address was.
        Times have no zone: `zone:` of the source. Other lines are ignored.""";
  }

  @Override
  public String document() {
    return "https://learn.microsoft.com/previous-versions/windows/it-pro/"
        + "windows-server-2008-R2-and-2008/dd183591(v=ws.10)";
  }

  @Override
  public boolean recognises(byte[] head, int length) {
    boolean titled = new String(head, 0, length, StandardCharsets.UTF_8).contains("DHCP");
    int start = 0;
    Row row = new Row();
    while (start < length) {
      int stop = start;
      while (stop < length && head[stop] != '\n') {
        stop++;
      }
      if (row.read(head, start, stop) && (titled || row.isLease())) {
        return true;
      }
      start = stop + 1;
    }
    return false;
  }

  @Override
  protected Lines open(ReadSettings settings) {
    return new Reader();
  }

  /** {@code 10,10/03/23,11:31:22,Assign,10.10.4.50,HB-WS07.harbour.example,00005E005301,…}. */
  private static final class Row {
    private int event;
    private String[] cells = new String[0];
    private long localMicros;

    boolean read(byte[] bytes, int start, int stop) {
      cells =
          new String(bytes, start, stop - start, StandardCharsets.UTF_8).strip().split(",", -1);
      if (cells.length < COLUMNS) {
        return false;
      }
      event = number(cells[0], 5);
      String[] date = cells[1].split("/", -1);
      String[] time = cells[2].split(":", -1);
      if (event < 0 || date.length != 3 || time.length != 3) {
        return false;
      }
      int month = number(date[0], 2);
      int day = number(date[1], 2);
      int year = number(date[2], 4);
      year = year >= 0 && date[2].length() == 2 ? 2000 + year : year;
      int hour = number(time[0], 2);
      int minute = number(time[1], 2);
      int second = number(time[2], 2);
      if (year < 1990 || month < 1 || month > 12 || day < 1 || hour < 0 || hour > 23) {
        return false;
      }
      if (day > WrittenTime.daysOf(year, month) || minute < 0 || minute > 59 || second < 0) {
        return false;
      }
      localMicros = WrittenTime.micros(year, month, day, hour, minute, second);
      return second <= 60;
    }

    /** Whether an address and a hardware address stand where they should. */
    boolean isLease() {
      return EndpointName.isAddress(cells[4]) && cells[6].matches("[0-9A-Fa-f]{12}");
    }

    private static int number(String digits, int longest) {
      int value = 0;
      for (int i = 0; i < digits.length(); i++) {
        int digit = digits.charAt(i) - '0';
        if (digit < 0 || digit > 9) {
          return -1;
        }
        value = value * 10 + digit;
        if (i >= longest) {
          return -1;
        }
      }
      return digits.isEmpty() ? -1 : value;
    }
  }

  private static final class Reader implements Lines {
    private final Row row = new Row();

    @Override
    public void line(byte[] bytes, int start, int stop, FactSink sink) {
      if (!row.read(bytes, start, stop)) {
        boolean torn =
            start < stop && bytes[start] >= '0' && bytes[start] <= '9' && row.cells.length > 1;
        if (torn) {
          sink.unparsed();
        } else {
          sink.ignored("heading");
        }
        return;
      }
      if (!sink.atLocal(row.localMicros)) {
        sink.unparsed();
        return;
      }
      boolean lease = switch (row.event) {
        case 10, 11, 12, 20, 21 -> true;
        default -> false;
      };
      String address = EndpointName.of(row.cells[4]);
      String client = EndpointName.of(row.cells[5]);
      if (!lease) {
        sink.ignored("event-not-used");
      } else if (client.isEmpty()
          || EndpointName.isAddress(client)
          || !EndpointName.isUnicast(address)) {
        sink.ignored("lease-without-name");
      } else {
        sink.lease(sink.endpoint(client), sink.endpoint(address), 0);
        sink.used();
      }
    }
  }
}

package org.tidemark.evidence.formats;

import org.tidemark.evidence.EndpointName;
import org.tidemark.evidence.FactSink;
import org.tidemark.evidence.LineFormat;
import org.tidemark.evidence.ReadSettings;

/**
 * Leases that a DHCP server wrote to syslog: ISC dhcpd ({@code DHCPACK on A to MAC (name) via …})
 * and dnsmasq ({@code DHCPACK(eth0) A MAC name}). How long a lease lasts is in few of these lines;
 * else each says whose the address was at its instant, and renewals join them.
 */
public final class DhcpSyslog extends LineFormat {
  @Override
  public String id() {
    return "dhcp-syslog";
  }

  @Override
  public String title() {
    return "DHCP leases as syslog lines (ISC dhcpd, dnsmasq)";
  }

  @Override
  public String reads() {
    return """
        DHCPACK and DHCPRELEASE as whose an address was. Lines without the client's name,
        and what was asked or offered, are ignored. Years, zones as sshd-syslog.""";
  }

  @Override
  public String document() {
    return "https://kb.isc.org/docs/isc-dhcp-44-manual-pages-dhcpd";
  }

  @Override
  public boolean recognises(byte[] head, int length) {
    return SyslogLine.anyLine(
        head, length, line -> isServer(line.app()) && line.message().contains("DHCP"));
  }

  private static boolean isServer(String app) {
    return app.equals("dhcpd") || app.equals("dnsmasq-dhcp") || app.equals("dnsmasq");
  }

  @Override
  protected Lines open(ReadSettings settings) {
    return new Reader();
  }

  private static final class Reader implements Lines {
    private static final String DURATION = "lease-duration ";

    /** No lease is longer; a number beyond it is no duration. */
    private static final long MAX_SECONDS = 0xffff_ffffL;

    private final SyslogLine line = new SyslogLine();

    @Override
    public void line(byte[] bytes, int start, int stop, FactSink sink) {
      String name = line.read(bytes, start, stop) ? EndpointName.of(line.host()) : "";
      if (name.isEmpty() || !line.giveTime(sink)) {
        sink.unparsed();
        return;
      }
      sink.writtenBy(sink.endpoint(name));
      String ignored = isServer(line.app()) ? lease(sink) : "message-not-used";
      if (ignored.isEmpty()) {
        sink.used();
      } else {
        sink.ignored(ignored);
      }
    }

    private String lease(FactSink sink) {
      String message = line.message();
      int at = Math.max(message.indexOf("DHCPACK"), message.indexOf("DHCPRELEASE"));
      if (at < 0) {
        return "message-not-used";
      }
      String[] words = message.substring(at).split(" +");
      boolean dnsmasq = words[0].indexOf('(') > 0;
      String address = word(words, dnsmasq ? 1 : 2);
      String client = word(words, dnsmasq ? 3 : 5);
      if (!dnsmasq) {
        boolean named = client.startsWith("(") && client.endsWith(")");
        client = named ? client.substring(1, client.length() - 1) : "";
      }
      address = EndpointName.of(address);
      client = EndpointName.of(client);
      if (client.isEmpty() || EndpointName.isAddress(client)) {
        return "lease-without-name";
      }
      if (!EndpointName.isUnicast(address)) {
        return "message-not-used";
      }
      sink.lease(sink.endpoint(client), sink.endpoint(address), micros(message));
      return "";
    }

    private static String word(String[] words, int index) {
      return index < words.length ? words[index] : "";
    }

    private static long micros(String message) {
      int at = message.indexOf(DURATION);
      long seconds = 0;
      for (int i = at + DURATION.length(); at >= 0 && i < message.length(); i++) {
        int digit = message.charAt(i) - '0';
        if (digit < 0 || digit > 9) {
          break;
        }
        seconds = seconds * 10 + digit;
        if (seconds > MAX_SECONDS) {
          return 0;
        }
      }
      return seconds * 1_000_000L;
    }
  }
}

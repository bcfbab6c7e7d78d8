package org.tidemark.casefile;

import java.util.Arrays;
import java.util.Optional;

/**
 * An Internet address block: address bytes and a prefix length (CIDR, RFC 4632 and RFC 4291). One
 * address is a block of full length. IPv4 addresses written as {@code ::ffff:1.2.3.4} are IPv4
 * here.
 *
 * <p>Parsed without {@code java.net}, so that no name can ever be looked up.
 */
public final class Network {
  private final byte[] address;
  private final int prefix;

  private Network(byte[] address, int prefix) {
    this.address = address;
    this.prefix = prefix;
  }

  /**
   * A block {@code 10.0.0.0/8} or one address; empty when it is neither, or has bits behind its
   * prefix.
   */
  public static Optional<Network> parse(String text) {
    int slash = text.indexOf('/');
    Optional<byte[]> parsed = bytes(slash < 0 ? text : text.substring(0, slash));
    if (parsed.isEmpty()) {
      return Optional.empty();
    }
    byte[] address = parsed.get();
    int bits = address.length * 8;
    int prefix = slash < 0 ? bits : number(text.substring(slash + 1), 10, bits);
    if (prefix < 0) {
      return Optional.empty();
    }
    for (int bit = prefix; bit < bits; bit++) {
      if ((address[bit / 8] >> (7 - bit % 8) & 1) != 0) {
        return Optional.empty();
      }
    }
    return Optional.of(new Network(address, prefix));
  }

  /** Whether the text is one address, of either version. */
  public static boolean isAddress(String text) {
    return bytes(text).isPresent();
  }

  /** Bits that are fixed; the longer match wins. */
  public int prefix() {
    return prefix;
  }

  /** Whether the address lies in this block; false where the text is no address. */
  public boolean contains(String text) {
    return bytes(text).filter(this::containsBytes).isPresent();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Network that
        && that.prefix == prefix
        && Arrays.equals(that.address, address);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(address) * 31 + prefix;
  }

  /**
   * One spelling an address: IPv6 as RFC 5952 writes it, IPv4-mapped ones as IPv4; empty where the
   * text is no address.
   */
  public static Optional<String> canonicalAddress(String text) {
    return bytes(text).map(bytes -> bytes.length == 4 ? dotted(bytes) : colons(bytes));
  }

  private static String dotted(byte[] bytes) {
    return (bytes[0] & 0xff) + "." + (bytes[1] & 0xff) + "." + (bytes[2] & 0xff) + "."
        + (bytes[3] & 0xff);
  }

  /** Groups in hex without leading zeros; the first longest run of two or more zeros as ::. */
  private static String colons(byte[] bytes) {
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = (bytes[i * 2] & 0xff) << 8 | bytes[i * 2 + 1] & 0xff;
    }
    int gap = -1;
    int longest = 1;
    for (int from = 0; from < 8; from++) {
      int to = from;
      while (to < 8 && groups[to] == 0) {
        to++;
      }
      if (to - from > longest) {
        gap = from;
        longest = to - from;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == gap) {
        text.append("::");
        i += longest - 1;
      } else {
        text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":");
        text.append(Integer.toHexString(groups[i]));
      }
    }
    return text.toString();
  }

  private boolean containsBytes(byte[] other) {
    if (other.length != address.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit++) {
      if (((address[bit / 8] ^ other[bit / 8]) >> (7 - bit % 8) & 1) != 0) {
        return false;
      }
    }
    return true;
  }

  private static Optional<byte[]> bytes(String text) {
    if (text.indexOf(':') < 0) {
      return version4(text);
    }
    return version6(text).map(Network::unmapped);
  }

  private static Optional<byte[]> version4(String text) {
    String[] parts = text.split("\\.", 5);
    if (parts.length != 4) {
      return Optional.empty();
    }
    byte[] bytes = new byte[4];
    for (int i = 0; i < 4; i++) {
      int value = number(parts[i], 10, 255);
      if (value < 0) {
        return Optional.empty();
      }
      bytes[i] = (byte) value;
    }
    return Optional.of(bytes);
  }

  private static Optional<byte[]> version6(String text) {
    String whole = text;
    byte[] tail = new byte[0];
    int lastColon = text.lastIndexOf(':');
    if (text.indexOf('.') > lastColon) {
      Optional<byte[]> embedded = version4(text.substring(lastColon + 1));
      if (embedded.isEmpty()) {
        return Optional.empty();
      }
      tail = embedded.get();
      whole = text.substring(0, lastColon + 1) + "0:0";
    }
    int gap = whole.indexOf("::");
    int[] head = groups(gap < 0 ? whole : whole.substring(0, gap));
    int[] rest = gap < 0 ? new int[0] : groups(whole.substring(gap + 2));
    int count = head.length + rest.length;
    boolean bad =
        Arrays.stream(head).anyMatch(g -> g < 0) || Arrays.stream(rest).anyMatch(g -> g < 0);
    if (bad || (gap < 0 ? count != 8 : count > 7)) {
      return Optional.empty();
    }
    byte[] bytes = new byte[16];
    put(head, bytes, 0);
    put(rest, bytes, 8 - rest.length);
    System.arraycopy(tail, 0, bytes, 16 - tail.length, tail.length);
    return Optional.of(bytes);
  }

  private static int[] groups(String text) {
    if (text.isEmpty()) {
      return new int[0];
    }
    return Arrays.stream(text.split(":", 10))
        .mapToInt(g -> number(g, 16, 0xffff))
        .toArray();
  }

  private static void put(int[] groups, byte[] bytes, int firstGroup) {
    for (int i = 0; i < groups.length; i++) {
      bytes[(firstGroup + i) * 2] = (byte) (groups[i] >> 8);
      bytes[(firstGroup + i) * 2 + 1] = (byte) groups[i];
    }
  }

  private static byte[] unmapped(byte[] bytes) {
    for (int i = 0; i < 12; i++) {
      if (bytes[i] != (i < 10 ? 0 : (byte) 0xff)) {
        return bytes;
      }
    }
    return Arrays.copyOfRange(bytes, 12, 16);
  }

  /**
   * A number without sign of at most four digits; -1 where the text is none or it is above the
   * most.
   */
  private static int number(String text, int radix, int most) {
    if (text.isEmpty() || text.length() > 4) {
      return -1;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 'f' || Character.digit(text.charAt(i), radix) < 0) {
        return -1;
      }
    }
    int value = Integer.parseInt(text, radix);
    return value > most ? -1 : value;
  }
}

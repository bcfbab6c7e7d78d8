package org.tidemark.evidence;

import java.util.Locale;
import org.tidemark.casefile.Network;

/**
 * How endpoints are named: a host by its short name in lower case, an address as written, IPv6 in
 * the spelling of RFC 5952, without {@code ::ffff:} and without an interface's zone. A computer
 * account's name is its host's. Two hosts of one short name in two domains are one endpoint.
 */
public final class EndpointName {
  private static final int MAX_LENGTH = 255;

  private EndpointName() {}

  /**
   * The endpoint's name; empty where the text names none ({@code -}, an unspecified address,
   * nonsense).
   */
  public static String of(String written) {
    String text = written.strip().toLowerCase(Locale.ROOT);
    while (text.startsWith("\\")) {
      text = text.substring(1);
    }
    if (text.endsWith("$")) {
      text = text.substring(0, text.length() - 1); // a host by the name of its account
    }
    if (text.startsWith("[") && text.endsWith("]")) {
      text = text.substring(1, text.length() - 1);
    }
    if (text.startsWith("::ffff:") && text.indexOf('.') > 0) {
      text = text.substring("::ffff:".length());
    }
    if (text.isEmpty() || text.equals("-") || text.length() > MAX_LENGTH) {
      return "";
    }
    if (isAddress(text)) {
      int zone = text.indexOf('%');
      text = zone > 0 ? text.substring(0, zone) : text;
      text = text.indexOf(':') < 0 ? text : Network.canonicalAddress(text).orElse(text);
      return text.equals("0.0.0.0") || text.equals("::") ? "" : text;
    }
    int dot = text.indexOf('.');
    String name = dot > 0 ? text.substring(0, dot) : text;
    return isName(name) ? name : "";
  }

  /** Whether the name of an endpoint is an address. */
  public static boolean isAddress(String name) {
    if (name.indexOf(':') >= 0) {
      return true;
    }
    int dots = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '.') {
        dots++;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return dots == 3;
  }

  /** Whether the name is an address or a name of the host itself: loopback. */
  public static boolean isLoopback(String name) {
    return name.equals("::1")
        || name.equals("localhost")
        || (name.startsWith("127.") && isAddress(name));
  }

  /** Whether an address can be one host's own: neither loopback nor multicast nor broadcast. */
  public static boolean isUnicast(String name) {
    if (!isAddress(name) || isLoopback(name) || name.equals("255.255.255.255")) {
      return false;
    }
    if (name.indexOf(':') >= 0) {
      return !name.startsWith("ff");
    }
    int first = 0;
    for (int i = 0; i < name.length() && name.charAt(i) != '.'; i++) {
      first = first * 10 + name.charAt(i) - '0';
    }
    return first > 0 && first < 224;
  }

  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c <= ' ' || c == '"' || c == '\\' || c == '/' || c == 0x7f) {
        return false;
      }
    }
    return true;
  }
}

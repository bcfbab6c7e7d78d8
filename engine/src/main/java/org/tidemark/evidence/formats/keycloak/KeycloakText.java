package org.tidemark.evidence.formats.keycloak;

import java.util.HashMap;
import java.util.Map;

/**
 * A line of Keycloak's server log: {@code 2024-09-10 15:03:03,123 WARN [org.keycloak.events]
 * (executor-thread-1) type="LOGIN", realmId="…", …}. Older servers leave the quotes out, or write
 * single ones around values with spaces.
 *
 * @see <a href="https://www.keycloak.org/docs/latest/server_admin/#event-listener">Event
 *     listener</a>
 */
final class KeycloakText {
  /** Key under which the line's time is given. */
  static final String TIME = " time";

  private static final String LOGGER = "[org.keycloak.events]";
  private static final int MAX_FIELDS = 100;

  private KeycloakText() {}

  /** The event's fields, and the time as written; empty where the line is not of an event. */
  static Map<String, String> of(String line) {
    int logger = line.indexOf(LOGGER);
    if (logger < 0) {
      return Map.of();
    }
    int begin = first(line.indexOf(" type=", logger), line.indexOf(" operationType=", logger));
    if (begin < 0) {
      return Map.of();
    }
    Map<String, String> fields = fields(line, begin + 1);
    fields.put(TIME, time(line.substring(0, logger)));
    return fields;
  }

  private static int first(int a, int b) {
    return a < 0 ? b : b < 0 ? a : Math.min(a, b);
  }

  /** What stands before the level; containers' tools put their name and a bar before it. */
  private static String time(String prefix) {
    int bar = prefix.lastIndexOf("| ");
    String text = prefix.substring(bar < 0 ? 0 : bar + 2).strip();
    int level = text.lastIndexOf(' ');
    return level < 0 ? "" : text.substring(0, level).strip();
  }

  /** {@code key="value", key=value, key='a value'}; the first of two equal keys counts. */
  static Map<String, String> fields(String text, int from) {
    Map<String, String> fields = new HashMap<>();
    int at = from;
    while (at < text.length() && fields.size() < MAX_FIELDS) {
      int equals = text.indexOf('=', at);
      if (equals < 0) {
        break;
      }
      String key = text.substring(at, equals).strip();
      int value = equals + 1;
      char quote = value < text.length() ? text.charAt(value) : ' ';
      int end;
      if (quote == '"' || quote == '\'') {
        value++;
        end = value;
        while (end < text.length() && text.charAt(end) != quote) {
          end += text.charAt(end) == '\\' ? 2 : 1;
        }
        end = Math.min(end, text.length());
      } else {
        int comma = text.indexOf(", ", value);
        end = comma < 0 ? text.length() : comma;
      }
      String written = text.substring(value, end).strip();
      fields.putIfAbsent(key, written.equals("null") ? "" : written);
      int comma = text.indexOf(", ", end);
      at = comma < 0 ? text.length() : comma + 2;
    }
    return fields;
  }
}

package org.tidemark.casefile;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of a case in one exact text, so that a stage can hash just what it reads (CONTRACT.md
 * section 4, reuse). Equal parts give equal text on every run and machine; different parts give
 * different text. Not for reading back, not for showing.
 */
public final class CaseParts {
  private CaseParts() {}

  /**
   * The text of some parts of a {@link CaseFile}, in the order given: records, lists, maps in their
   * own order, optionals, texts, numbers, enums and java.time values.
   */
  public static String canonical(Object... parts) {
    StringBuilder text = new StringBuilder();
    for (Object part : parts) {
      append(text, part);
      text.append('\n');
    }
    return text.toString();
  }

  private static void append(StringBuilder text, Object part) {
    if (part instanceof Record structure) {
      appendRecord(text, structure);
    } else if (part instanceof Collection<?> items) {
      text.append('[');
      items.forEach(item -> append(text, item));
      text.append(']');
    } else if (part instanceof Map<?, ?> map) {
      text.append('{');
      map.forEach((key, value) -> {
        append(text, key);
        append(text, value);
      });
      text.append('}');
    } else if (part instanceof Optional<?> maybe) {
      text.append('<');
      maybe.ifPresent(value -> append(text, value));
      text.append('>');
    } else {
      String written = part instanceof Enum<?> word ? word.name() : part.toString();
      text.append(written.length()).append(':').append(written);
    }
  }

  private static void appendRecord(StringBuilder text, Record structure) {
    text.append('(');
    for (RecordComponent component : structure.getClass().getRecordComponents()) {
      try {
        append(text, component.getAccessor().invoke(structure));
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException(
            structure.getClass().getSimpleName() + "." + component.getName() + ": cannot be read",
            e);
      }
    }
    text.append(')');
  }
}

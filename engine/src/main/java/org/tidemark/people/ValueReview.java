package org.tidemark.people;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.Progress;
import org.tidemark.engine.StoppedException;
import org.tidemark.engine.TableSchema;
import org.tidemark.engine.Tables;
import org.tidemark.exposure.ValueCipher;

/**
 * The one look at the values themselves: each distinct value is opened once, in memory, a batch at
 * a time. It says which values name nobody, which country a value states or implies, and hides
 * contact points anew for the people table. Nothing it reads leaves it in the clear.
 */
final class ValueReview {
  private static final int BATCH = 50_000;
  private static final int COUNTRY_LETTERS = 2;
  private static final int LONGEST_CALLING_CODE = 3;

  /** What was learnt of a value; values of which there is nothing to say have no row. */
  private static final TableSchema VALUES = new TableSchema(
      "p_values",
      "What does the value say?",
      List.of(
          TableSchema.Column.of("key", "INTEGER", "number of the value"),
          TableSchema.Column.optional(
              "guard", "INTEGER", "number of the guard that keeps it from joining"),
          TableSchema.Column.optional("country", "VARCHAR", "ISO 3166 alpha-2"),
          TableSchema.Column.optional(
              "contact", "BLOB", "the value, hidden for the column contacts.value")),
      List.of("key"));

  // Lives for one batch and is never compared.
  @SuppressWarnings("ArrayRecordComponent")
  private record Value(int key, String kind, String plain, byte[] match) {}

  private final Tables tables;
  private final ValueCipher cipher;
  private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
  private final Map<String, List<String>> regionsByCode = new HashMap<>();

  ValueReview(Tables tables, ValueCipher cipher) {
    this.tables = tables;
    this.cipher = cipher;
    for (int code : phones.getSupportedCallingCodes()) {
      regionsByCode.put(String.valueOf(code), phones.getRegionCodesForCountryCode(code));
    }
  }

  void run(Progress progress, Cancellation cancellation) throws StoppedException {
    long total = Rows.count(tables, "p_keys");
    progress.begin("looking at values", total, "values");
    // Makes the table even where there is no value at all.
    tables.append(VALUES).close();
    for (long from = 0; from < total; from += BATCH) {
      cancellation.check();
      List<Value> batch = new ArrayList<>();
      tables.query(
          "SELECT key, class, plain, \"match\" FROM p_keys WHERE key >= " + from + " AND key < "
              + (from + BATCH) + " AND class <> 'card'",
          row -> batch.add(new Value(
              (int) row.integer(1), Rows.text(row, 2), Rows.text(row, 3), Rows.bytes(row, 4))));
      try (Tables.Appender rows = tables.append(VALUES)) {
        for (Value value : batch) {
          review(value, rows);
        }
      }
      progress.advance(Math.min(BATCH, total - from));
    }
    progress.end();
  }

  private void review(Value value, Tables.Appender rows) {
    String text = cipher.decrypt("match", value.plain(), value.match());
    Optional<KeyGuard> guard = Placeholders.guardOf(value.kind(), text);
    boolean reaches = value.kind().equals("email") || value.kind().equals("phone");
    Optional<String> country = guard.isPresent() ? Optional.empty() : country(value.kind(), text);
    if (guard.isEmpty() && country.isEmpty() && !reaches) {
      return;
    }
    rows.integer(value.key());
    rows.integerOrNull(guard.map(g -> (long) g.number()).orElse(null));
    rows.text(country.orElse(null));
    rows.bytes(reaches ? cipher.encrypt("contacts.value", value.kind(), text) : null);
    rows.endRow();
  }

  private Optional<String> country(String kind, String text) {
    return switch (kind) {
      case "country" -> Optional.of(text.toUpperCase(Locale.ROOT)).filter(ValueReview::isAlpha2);
      case "phone" -> countryOfPhone(text);
      default -> Optional.empty();
    };
  }

  private static boolean isAlpha2(String text) {
    return text.length() == COUNTRY_LETTERS && text.chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }

  // The scan wrote an international number; most calling codes belong to one country, which needs
  // no parsing.
  private Optional<String> countryOfPhone(String e164) {
    for (int digits = 1; digits <= LONGEST_CALLING_CODE && digits < e164.length(); digits++) {
      String code = e164.substring(1, digits + 1);
      List<String> regions = regionsByCode.getOrDefault(code, List.of());
      if (regions.size() == 1) {
        return Optional.of(regions.get(0)).filter(ValueReview::isAlpha2);
      } else if (!regions.isEmpty()) {
        return parsedCountry(e164);
      }
    }
    return Optional.empty();
  }

  private Optional<String> parsedCountry(String e164) {
    try {
      return Optional.ofNullable(phones.getRegionCodeForNumber(phones.parse(e164, "ZZ")))
          .filter(ValueReview::isAlpha2);
    } catch (NumberParseException e) {
      // Not an international number: it says nothing of a country.
      return Optional.empty();
    }
  }
}

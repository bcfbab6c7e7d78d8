package org.tidemark.app.ask;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tidemark.app.report.TerminalLines;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.CaseFile.Organisation;
import org.tidemark.investigation.ask.AskJson;

/**
 * A letter that asks one organisation for its logs, as Markdown. Names its own hosts, addresses and
 * domains alone: no account, no person, no indicator, nothing of what was found or how many people
 * it concerns. Whoever signs it fills in the day by which to reply.
 */
public final class Letter {
  private static final String BLANK = "______________________";

  private final CaseFile caseFile;
  private final Organisation recipient;
  private final LetterText text;
  private final Set<String> indicators;
  private final Optional<ZoneId> zone;

  private Letter(CaseFile caseFile, Organisation recipient, LetterText text) {
    this.caseFile = caseFile;
    this.recipient = recipient;
    this.text = text;
    this.indicators = caseFile.indicators().stream()
        .map(i -> i.value().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
    this.zone = LocalZone.of(caseFile, recipient);
  }

  /** Languages that letters are written in, by their codes. */
  public static List<String> languages() {
    return LetterText.all().stream().map(LetterText::language).toList();
  }

  /**
   * The letter; empty where there is nothing to ask of the organisation.
   *
   * @param recipient id of an organisation of the case
   * @param language one of {@link #languages()}; empty: that of the organisation's country
   */
  public static Optional<String> write(
      AskJson asked, CaseFile caseFile, String recipient, Optional<String> language) {
    List<AskJson.Question> questions = asked.questions().stream()
        .filter(q -> q.organisation().equals(recipient))
        .toList();
    if (questions.isEmpty()) {
      return Optional.empty();
    }
    Organisation to = organisation(caseFile, recipient);
    LetterText text =
        language.flatMap(LetterText::of).orElseGet(() -> LetterText.forCountry(to.country()));
    return Optional.of(new Letter(caseFile, to, text).write(asked.today(), questions));
  }

  private static Organisation organisation(CaseFile caseFile, String id) {
    return caseFile.organisations().stream()
        .filter(o -> o.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private String write(String today, List<AskJson.Question> questions) {
    Organisation sender = organisation(caseFile, caseFile.controller());
    Map<String, String> values = new TreeMap<>();
    values.put("case", clean(caseFile.id()));
    values.put("today", text.date().format(LocalDate.parse(today)));
    values.put("controller", legalName(sender));
    values.put("controller_address", detail(sender, "address", ""));
    values.put("contact", detail(sender, "contact", BLANK));
    values.put("recipient", legalName(recipient));
    values.put("recipient_address", detail(recipient, "address", ""));
    List<Map<String, String>> requests = new ArrayList<>();
    for (AskJson.Question question : questions) {
      Map<String, String> request = new TreeMap<>(values);
      request.putAll(request(question));
      request.put("number", String.valueOf(requests.size() + 1));
      requests.add(request);
    }
    return LetterTemplate.fill(text.letter(), values, requests);
  }

  private static String legalName(Organisation organisation) {
    return detail(organisation, "legal_name", clean(organisation.name()));
  }

  private static String detail(Organisation organisation, String key, String otherwise) {
    String value = organisation.details().get(key);
    return value == null ? otherwise : clean(value);
  }

  /** One line, without control characters. */
  private static String clean(String value) {
    return TerminalLines.shown(value.strip().replaceAll("\\R", ", "));
  }

  private Map<String, String> request(AskJson.Question q) {
    Map<String, String> request = new TreeMap<>();
    request.put("place", place(q));
    request.put(
        "log",
        text.words().containsKey("log." + q.log()) ? text.words("log." + q.log()) : name(q.log()));
    request.put(
        "acts",
        q.acts().stream()
            .map(act -> text.words("act." + act))
            .collect(Collectors.joining(text.words("separator"))));
    request.put("copy", q.copy() ? text.words("copy") : "");
    request.put("loss", loss(q.retention()));
    request.put("whole", q.from().isEmpty() || q.to().isEmpty() ? text.words("whole") : "");
    // Whole days: an export is made by days, and the hour of an act is nobody else's matter.
    Optional<LocalDateTime> from = q.from().map(Letter::day).map(LocalDate::atStartOfDay);
    Optional<LocalDateTime> to =
        q.to().map(Letter::day).map(day -> day.plusDays(1).atStartOfDay());
    request.put("utc_from", from.map(text.instant()::format).orElse(""));
    request.put("utc_to", to.map(text.instant()::format).orElse(""));
    request.put("zone", zone.map(ZoneId::getId).orElse(""));
    request.put("local_from", local(from));
    request.put("local_to", local(to));
    return request;
  }

  private static LocalDate day(Instant at) {
    return at.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private String local(Optional<LocalDateTime> utc) {
    return zone.flatMap(z ->
            utc.map(at -> text.instant().format(at.atOffset(ZoneOffset.UTC).atZoneSameInstant(z))))
        .orElse("");
  }

  private String place(AskJson.Question q) {
    boolean known = q.kind().equals("edge");
    return !known && indicators.contains(q.place().toLowerCase(Locale.ROOT))
        ? text.words("withheld")
        : text.words("place." + q.kind(), Map.of("name", name(q.place())));
  }

  /** A name from evidence as code, so that nothing in it is read as Markdown or HTML. */
  private static String name(String name) {
    return "`" + clean(name).replace('`', '\'') + "`";
  }

  private String loss(AskJson.Retention r) {
    boolean once = r.state().equals("kept") && r.firstLost().equals(r.allLost());
    return text.words(
        "loss." + (once ? "once" : r.state()),
        Map.of(
            "keeps", r.keeps().map(this::period).orElse(""),
            "first", date(r.firstLost()),
            "last", date(r.allLost()),
            "before", date(r.lostBefore())));
  }

  private String date(Optional<String> day) {
    return day.map(d -> text.date().format(LocalDate.parse(d))).orElse("");
  }

  private String period(String iso) {
    Period period = Period.parse(iso);
    boolean years = period.getYears() > 0;
    boolean months = period.getMonths() > 0;
    int n = years ? period.getYears() : months ? period.getMonths() : period.getDays();
    return text.words(years ? "years" : months ? "months" : "days", Map.of("n", String.valueOf(n)));
  }
}

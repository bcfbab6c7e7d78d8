package org.tidemark.investigation.ask;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.ContentId;
import org.tidemark.casefile.Glob;
import org.tidemark.investigation.ask.AskJson.Settled;
import org.tidemark.investigation.ask.LogSource.Bound;

/**
 * Turns what the trail left open into questions: one log of one place each, with what it would
 * settle, how many people hang on it, and the day on which it is destroyed. A pure function of its
 * arguments; today is one of them.
 */
final class Asking {
  private final CaseFile caseFile;
  private final JsonNode trail;
  private final SeenLogs seen;
  private final LogSources logs = LogSources.read();
  private final Hanging hanging;
  private final LocalDate today;

  Asking(CaseFile caseFile, JsonNode trail, JsonNode evidence, Hanging hanging, LocalDate today) {
    this.caseFile = caseFile;
    this.trail = trail;
    this.seen = new SeenLogs(evidence);
    this.hanging = hanging;
    this.today = today;
  }

  private record Ranked(AskJson.Question question, LocalDate next, String key) {}

  AskJson ask(String counted) {
    OpenPoints open = new OpenPoints(caseFile, trail, seen, logs);
    LogChoice choice = new LogChoice(caseFile, seen, logs);
    Map<String, Question> merged = new LinkedHashMap<>();
    for (OpenPoint point : open.find(hanging.inventories())) {
      Question question = new Question(point, choice.of(point));
      merged.computeIfAbsent(question.key(), key -> question).add(point);
    }
    List<Question> questions = new ArrayList<>(merged.values());
    HopClosure closure = new HopClosure(trail);
    List<Hanging.Through> through = new ArrayList<>();
    questions.forEach(q -> through.add(through(q.inventories, closure.of(q.hops))));
    open.noLog().values().forEach(hops -> through.add(through(Set.of(), closure.of(hops))));
    Map<Integer, Hanging.Count> counts = hanging.count(through);
    List<Ranked> ranked = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      ranked.add(rank(questions.get(i), Optional.ofNullable(counts.get(i))));
    }
    ranked.sort(Comparator.comparing(Ranked::next)
        .thenComparing(r -> r.question.people().orElse(0L), Comparator.reverseOrder())
        .thenComparing(r -> r.question.objects().orElse(0L), Comparator.reverseOrder())
        .thenComparing(Ranked::key));
    List<AskJson.NoLog> noLog = new ArrayList<>();
    open.noLog().forEach((rule, hops) -> {
      Optional<Hanging.Count> count =
          Optional.ofNullable(counts.get(questions.size() + noLog.size()));
      noLog.add(new AskJson.NoLog(rule, hops.size(), objects(count), persons(count)));
    });
    return new AskJson(
        caseFile.id(),
        today.toString(),
        counted,
        ranked.stream().map(Ranked::question).toList(),
        noLog,
        notes(open.window().isEmpty()));
  }

  // A zero would read as nobody; what is known is only that nobody is known yet.
  private static Optional<Long> objects(Optional<Hanging.Count> count) {
    return count.map(Hanging.Count::objects).filter(n -> n > 0);
  }

  private static Optional<Long> persons(Optional<Hanging.Count> count) {
    return count.flatMap(Hanging.Count::persons).filter(n -> n > 0);
  }

  private static Hanging.Through through(Set<String> inventories, HopClosure.Closed closed) {
    Set<String> hosts = new TreeSet<>(inventories);
    hosts.addAll(closed.hosts());
    return new Hanging.Through(closed.hops(), hosts);
  }

  private Ranked rank(Question question, Optional<Hanging.Count> count) {
    LogSource log = question.choice.log();
    Optional<CaseFile.KeptLog> said = said(question);
    // What is kept elsewhere follows the rules of whoever keeps it.
    Bound bound = said.isPresent() ? Bound.PERIOD : question.copy ? Bound.UNKNOWN : log.bound();
    Optional<Period> keeps = said.map(s -> Period.ofDays(s.days()))
        .or(() -> question.copy ? Optional.empty() : log.keeps());
    Loss loss = Loss.of(bound, keeps, question.window(), today);
    LocalDate next = loss.next(today);
    AskJson.Question asked = new AskJson.Question(
        ContentId.of(
            'Q',
            question.organisation,
            question.place.kind().id(),
            question.place.name(),
            log.id(),
            String.valueOf(question.copy)),
        question.organisation,
        question.place.kind().id(),
        question.place.name(),
        log.id(),
        log.name(),
        question.choice.basis().id(),
        question.copy,
        question.acts.stream().map(ShownAct::id).toList(),
        question.window().map(Window::from),
        question.window().map(Window::to),
        question.reasons.entrySet().stream().map(Asking::settled).toList(),
        objects(count),
        persons(count),
        new AskJson.Retention(
            loss.state().id(),
            keeps.map(Period::toString),
            said.isPresent() ? "case" : keeps.isPresent() ? "default" : "none",
            loss.firstLost().map(LocalDate::toString),
            loss.allLost().map(LocalDate::toString),
            loss.lostBefore().map(LocalDate::toString),
            Optional.of(next)
                .filter(day -> day.isBefore(LocalDate.MAX.minusDays(1)))
                .map(LocalDate::toString),
            loss.says(),
            said.flatMap(Asking::why)));
    return new Ranked(asked, next, question.key());
  }

  private static Settled settled(Map.Entry<Question.Reason, Long> reason) {
    String what = reason.getKey().what();
    String rule = reason.getKey().rule();
    boolean unknown = what.equals("log") || what.equals("place") && !rule.startsWith("contact-");
    return new Settled(what, unknown ? "unknown" : "possible", rule, reason.getValue());
  }

  private static Optional<String> why(CaseFile.KeptLog said) {
    String text = String.join(
        ": ",
        List.of(said.by().orElse(""), said.why().orElse("")).stream()
            .filter(part -> !part.isEmpty())
            .toList());
    return Optional.of(text).filter(t -> !t.isEmpty());
  }

  /** The first entry of the case file that speaks of the question's log. */
  private Optional<CaseFile.KeptLog> said(Question question) {
    LogSource log = question.choice.log();
    return caseFile.retention().stream()
        .filter(r -> r.source().equals(log.id()) || log.formats().contains(r.source()))
        .filter(r -> r.organisation().filter(question.organisation::equals).isPresent()
            || r.hosts()
                .filter(h -> Glob.ofHost(h).matches(question.place.name()))
                .isPresent())
        .findFirst();
  }

  private List<String> notes(boolean nowhere) {
    List<String> notes = new ArrayList<>();
    if (nowhere) {
      notes.add("The trail begins nowhere: case.yaml names no foothold, and no log shows an act of"
          + " the intruder. So nothing follows about what else they may have reached.");
    }
    for (CaseFile.KeptLog said : caseFile.retention()) {
      boolean known = logs.all().stream()
          .anyMatch(l -> l.id().equals(said.source()) || l.formats().contains(said.source()));
      if (!known) {
        notes.add("retention: '" + said.source() + "' is no log of docs/reference/retention.md and"
            + " no format that one of them is read as, so it says nothing here. Correct `source`.");
      }
    }
    return notes;
  }
}

package org.tidemark.investigation.ask;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tidemark.engine.Doc;

/** What {@code ask --json} prints. Holds names of hosts and organisations, no value of a person. */
@Doc("Which log would settle what is open, whose is it, and when is it destroyed?")
public record AskJson(
    @Doc("the case's short name") String caseId,

    @Doc("the day that counts as today, UTC; everything below is as of it")
    String today,

    @Doc("how far the case has got: trace, scan or resolve") String counted,

    @Doc("ordered by next_loss, people, objects, then organisation, kind, place, log, copy")
    List<Question> questions,

    @Doc("possible hops that no log settles, by rule: a ruling does")
    List<NoLog> noLog,

    @Doc("what the responder should mend") List<String> notes) {
  public AskJson {
    questions = List.copyOf(questions);
    noLog = List.copyOf(noLog);
    notes = List.copyOf(notes);
  }

  /** One log to ask for. */
  @Doc("One log to ask for.")
  public record Question(
      @Doc("Q + 16 base-32 characters over organisation, kind, place, log, copy")
      String id,

      @Doc("whose log it is: organisation id, or outside") String organisation,

      @Doc("what `place` names: host, address, domain (its controllers), edge (an"
          + " organisation's gateways) or hosts (a glob)")
      String kind,

      @Doc("where the log is kept") String place,
      @Doc("id of the log (retention.md), or of its format") String log,
      @Doc("name of the log, in English") String logName,

      @Doc("how the log is known: seen (the place showed it), collect (case file), neighbours"
          + " (the organisation's other hosts), none")
      String basis,

      @Doc("only a copy kept off the host excludes: it was held with administrator rights, or its"
          + " own log was cleared")
      boolean copy,

      @Doc("what it has to show: logon, process, file, change, ticket, address, connection,"
          + " time")
      List<String> acts,

      @Doc("UTC; null = the whole log") Optional<Instant> from,
      @Doc("UTC; null = the whole log") Optional<Instant> to,
      @Doc("what it would settle") List<Settled> settles,

      @Doc("possible objects that hang on it; null = not counted yet, or none is known")
      Optional<Long> objects,

      @Doc("persons possible through these objects; null = not counted yet, or none is known")
      Optional<Long> people,

      @Doc("when it is destroyed") Retention retention) {
    public Question {
      acts = List.copyOf(acts);
      settles = List.copyOf(settles);
    }
  }

  /** What is open for one reason. */
  @Doc("What is open for one reason.")
  public record Settled(
      @Doc("place, platform, hop, objects, or log (never collected)")
      String what,

      @Doc("unknown or possible") String grade,

      @Doc("rule that leaves it open; never-collected: the case file's `collect`")
      String rule,

      @Doc("how many; 0 = not counted yet") long total) {}

  /** When it is destroyed. */
  @Doc("When a log is destroyed.")
  public record Retention(
      @Doc("kept, losing (a part is gone), lost, overwritten (by size), not-known,"
          + " until-deleted, not-recorded (unless switched on)")
      String state,

      @Doc("how long a record is kept, ISO 8601; null = not by age")
      Optional<String> keeps,

      @Doc("default (retention.md), case (case.yaml) or none")
      String from,

      @Doc("the day on which the first day of the window goes")
      Optional<String> firstLost,

      @Doc("the day on which the last day of the window goes")
      Optional<String> allLost,

      @Doc("where a part is gone: the first day still there")
      Optional<String> lostBefore,

      @Doc("the next day on which something is lost; null = nothing more is lost by age or size")
      Optional<String> nextLoss,

      @Doc("in words") String says,
      @Doc("who said so, and why, where the case file does") Optional<String> why) {}

  /** Possible hops that no log settles. */
  @Doc("Possible hops that no log settles.")
  public record NoLog(
      @Doc("rule that gave the grade") String rule,
      @Doc("hops") long hops,

      @Doc("possible objects that hang on them; null = not counted yet, or none is known")
      Optional<Long> objects,

      @Doc("persons possible through these objects; null = not counted yet, or none is known")
      Optional<Long> people) {}
}

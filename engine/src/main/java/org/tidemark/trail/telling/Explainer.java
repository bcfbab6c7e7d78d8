package org.tidemark.trail.telling;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tidemark.casefile.CaseFile;

/**
 * Says of one thing how it is known that the intruder was there: the way from the foothold, each
 * step with its rule, records and coverage; or what excludes it, or which log is missing. A pure
 * function of the documents that it is made with; safe from any thread.
 */
public final class Explainer {
  private static final Set<String> LOGON = Set.of("logon");
  private static final Set<String> FILE = Set.of("file");

  private final ToldTrail trail;
  private final Covers covers;
  private final Routes routes;
  private final NameSearch names;
  private final List<CaseFile.Ruling> rulings;
  private final List<CaseFile.Indicator> indicators;

  /** @param caseFile what the responder says: a hop that is ruled out stands nowhere else */
  public Explainer(ToldTrail trail, ToldEvidence evidence, SeenNames seen, CaseFile caseFile) {
    this.trail = trail;
    this.covers = new Covers(evidence);
    this.routes = new Routes(trail, evidence);
    this.names = new NameSearch(trail, evidence, seen);
    this.rulings = caseFile.rulings();
    this.indicators = caseFile.indicators();
  }

  /** What an id or a name may mean; empty where nothing of that name is known. */
  public List<Match> find(String asked) {
    List<Match> found = names.find(asked);
    if (!found.isEmpty()) {
      return found;
    }
    return rulings.stream()
        .filter(r -> r.kind().equals("hop") && r.target().equals(asked.strip()))
        .map(r -> new Match(Match.Kind.HOP, r.target(), r.target()))
        .limit(1)
        .toList();
  }

  /** Known names near to what was written, the nearest first; at most three. */
  public List<String> near(String asked) {
    return names.near(asked);
  }

  /** Explains a match of {@link #find}. */
  public Explanation explain(String asked, Match match) {
    return switch (match.kind()) {
      case HOP -> hop(asked, match);
      case HOST -> host(asked, match.name());
      case ACCOUNT -> new AccountExplainer(trail, routes).explain(asked, match.name());
      case FOOTHOLD -> foothold(asked, match);
      case SESSION -> session(asked, match);
      case OBJECT -> throw new IllegalArgumentException("objects are explained from their rows");
    };
  }

  private Explanation hop(String asked, Match match) {
    Telling told = new Telling(asked, Match.Kind.HOP, match.name());
    told.id = Optional.of(match.id());
    routes.hop(match.id()).ifPresent(hop -> way(told, hop));
    ruling("hop", match.id()).ifPresent(r -> {
      if (told.route.isEmpty()) {
        told.grade = r.grade().map(g -> g.id());
        told.rule = Optional.of("ruling");
        told.why = Sentences.of("ruling", "");
      }
      told.notes.add(words(r));
    });
    return told.end();
  }

  private void way(Telling told, ToldTrail.Hop hop) {
    told.grade = Optional.of(hop.grade());
    told.rule = Optional.of(hop.rule());
    told.why = Sentences.of(hop.rule(), hop.why());
    told.from = Optional.of(hop.at());
    told.organisation = Optional.of(hop.toOrganisation());
    told.route = Optional.of(routes.to(hop));
  }

  private Explanation session(String asked, Match match) {
    Telling told = new Telling(asked, Match.Kind.SESSION, match.name());
    told.id = Optional.of(match.id());
    trail.sessions().stream()
        .filter(s -> s.id().equals(match.id()))
        .findFirst()
        .flatMap(s -> routes.hop(s.hop()))
        .ifPresent(hop -> way(told, hop));
    return told.end();
  }

  private Explanation foothold(String asked, Match match) {
    ToldTrail.Start foothold = trail.footholds().stream()
        .filter(f -> f.id().equals(match.id()) || f.name().equals(match.name()))
        .findFirst()
        .orElseThrow();
    Telling told = new Telling(asked, Match.Kind.FOOTHOLD, match.name());
    told.id = Optional.of(foothold.id());
    told.grade = Optional.of(foothold.grade());
    told.rule = Optional.of(foothold.derived() ? "route-unproven" : "declared-foothold");
    told.why = foothold.why();
    told.from = Optional.of(foothold.from());
    told.route = Optional.of(trail.hops().stream()
        .filter(h -> foothold.derived() && h.after().isEmpty())
        .map(routes::to)
        .filter(r -> r.foothold().filter(f -> f.id().equals(foothold.id())).isPresent())
        .findFirst()
        .orElse(Routes.at(foothold)));
    return told.end();
  }

  private Explanation host(String asked, String name) {
    Telling told = new Telling(asked, Match.Kind.HOST, name);
    ruling("host", name).ifPresent(r -> told.notes.add(words(r)));
    Optional<ToldTrail.Host> host =
        trail.hosts().stream().filter(h -> h.name().equals(name)).findFirst();
    List<ToldTrail.Excluded> excluded = trail.excluded().stream()
        .filter(e -> e.kind().equals("host") && e.name().equals(name))
        .toList();
    List<ToldTrail.Unknown> unknown =
        trail.unknown().stream().filter(u -> u.host().equals(name)).toList();
    if (host.isPresent()) {
      there(told, host.get());
      unknown.forEach(u -> told.notes.add(u.why() + "; ask for " + u.askFor()));
    } else if (!unknown.isEmpty()) {
      ToldTrail.Unknown first = unknown.get(0);
      told.grade = Optional.of("unknown");
      told.rule = Optional.of(first.rule());
      told.why = first.why();
      told.organisation = Optional.of(first.organisation());
      told.askFor = Optional.of(first.askFor());
      unknown.stream().skip(1).forEach(u -> told.notes.add(u.why() + "; ask for " + u.askFor()));
      told.coverage = covers.ever(name, LOGON);
    } else if (!excluded.isEmpty()) {
      told.grade = Optional.of("excluded");
      told.rule = Optional.of(excluded.get(0).rule());
      told.why = Sentences.of(excluded.get(0).rule(), "");
      told.coverage = covers.ever(name, LOGON);
    } else {
      nothing(told, name);
    }
    return told.end();
  }

  private void there(Telling told, ToldTrail.Host host) {
    told.id = Optional.of(host.id());
    told.organisation = Optional.of(host.organisation());
    told.state = Optional.of(host.state());
    told.grade = Optional.of(host.grade());
    told.rule = Optional.of(host.rule());
    told.why = Sentences.of(host.rule(), "");
    told.from = host.from();
    told.until = host.until();
    told.askFor = host.askFor();
    told.coverage = host.from()
        .map(at -> covers.at(host.name(), LOGON, at))
        .orElseGet(() -> covers.ever(host.name(), LOGON));
    List<ToldTrail.Hop> arrivals =
        trail.hops().stream().filter(h -> h.toHost().equals(host.name())).toList();
    Optional<ToldTrail.Start> foothold = trail.footholds().stream()
        .filter(f -> f.kind().equals("host") || f.kind().equals("address"))
        .filter(f -> {
          String name = NameSearch.host(f.name());
          return name.equals(host.name()) || host.names().contains(name);
        })
        .min(Comparator.comparing(ToldTrail.Start::from).thenComparing(ToldTrail.Start::id));
    boolean began = foothold
        .filter(f -> arrivals.isEmpty() || !f.from().isAfter(arrivals.get(0).at()))
        .isPresent();
    if (began) {
      told.route = foothold.map(Routes::at);
      told.otherHops = arrivals.size();
    } else if (!arrivals.isEmpty()) {
      told.route = Optional.of(routes.to(arrivals.get(0)));
      told.otherHops = arrivals.size() - 1;
    }
    trail.platforms().stream()
        .filter(p -> p.host().equals(host.name()))
        .forEach(p -> told.notes.add("As a platform it "
            + (p.inDoubt() ? "could have fallen" : "fell, " + p.grade() + ",")
            + p.at().map(at -> " at " + at).orElse("") + ": " + Sentences.of(p.rule(), p.rule())
            + "; it vouches for " + p.vouchedFor() + " accounts that the logs show."));
    if (host.administrator()) {
      told.notes.add("It was held with administrator rights"
          + host.heldFrom().map(at -> " from " + at).orElse("")
          + ": from then on its own logs exclude nothing, copies forwarded off it do.");
    }
    told.surestHop =
        host.hop().filter(id -> arrivals.isEmpty() || !arrivals.get(0).id().equals(id));
  }

  /** The trail does not name it: what that means, and what it does not. */
  private void nothing(Telling told, String name) {
    told.why = "nothing held was seen there, and nothing held is known to be accepted there";
    told.coverage = covers.ever(name, LOGON);
    indicators.stream()
        .filter(i -> i.kind() == CaseFile.IndicatorKind.ADDRESS
            && NameSearch.host(i.value()).equals(name))
        .forEach(i -> told.notes.add("case.yaml names it as an indicator"
            + i.why().map(why -> ": " + why).orElse("") + "."));
    List<ToldTrail.Hop> from = trail.hops().stream()
        .filter(h -> h.source().filter(name::equals).isPresent())
        .toList();
    if (from.isEmpty()) {
      told.notes.add("It is not excluded: no trusted log of the whole window says so.");
    } else {
      told.why = "it is the source of " + from.size() + (from.size() == 1 ? " hop" : " hops")
          + ", the first " + from.get(0).id() + "; no log says which host it is";
    }
  }

  /** Explains an object that a later stage found. */
  public Explanation explain(String asked, ReachedObject object) {
    Telling told = new Telling(asked, Match.Kind.OBJECT, object.name());
    told.id = Optional.of(object.id());
    told.exposures = object.exposures();
    List<String> grades =
        object.exposures().stream().map(Explanation.Exposed::grade).toList();
    told.grade = Stream.of("confirmed", "possible", "unknown", "excluded")
        .filter(grades::contains)
        .findFirst();
    Optional<Explanation.Exposed> surest = object.exposures().stream()
        .filter(e -> told.grade.filter(e.grade()::equals).isPresent())
        .findFirst();
    told.rule = surest.map(Explanation.Exposed::rule);
    told.why = surest.map(Explanation.Exposed::sentence).orElse("");
    told.from =
        object.exposures().stream().flatMap(e -> e.first().stream()).min(Comparator.naturalOrder());
    told.notes.add("It lies on " + object.host()
        + (object.copy().isEmpty()
            ? "; no copy of it is in the case."
            : "; its copy is " + object.copy() + "."));
    List<ToldTrail.Hop> hops = object.exposures().stream()
        .flatMap(e -> e.hops().stream())
        .distinct()
        .flatMap(id -> routes.hop(id).stream())
        .sorted(Comparator.comparing(ToldTrail.Hop::at).thenComparing(ToldTrail.Hop::id))
        .toList();
    Explanation host = host(asked, object.host());
    told.organisation = host.organisation();
    told.route = hops.isEmpty() ? host.route() : Optional.of(routes.to(hops.get(0)));
    told.otherHops = hops.isEmpty() ? host.otherHops() : hops.size() - 1;
    told.askFor = host.askFor();
    told.coverage = told.from
        .map(at -> covers.at(object.host(), FILE, at))
        .orElseGet(() -> covers.ever(object.host(), FILE));
    return told.end();
  }

  private Optional<CaseFile.Ruling> ruling(String kind, String target) {
    return rulings.stream()
        .filter(r -> r.kind().equals(kind))
        .filter(r -> r.target().equals(target)
            || kind.equals("host") && NameSearch.host(r.target()).equals(target))
        .reduce((first, last) -> last);
  }

  private static String words(CaseFile.Ruling ruling) {
    return "Ruling of " + ruling.by() + ", " + day(ruling.at()) + ": "
        + ruling.grade().map(g -> g.id()).orElse("decided") + ", because: " + ruling.why();
  }

  private static String day(Instant at) {
    return at.toString().substring(0, 10);
  }
}

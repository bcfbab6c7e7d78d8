package org.tidemark.trail.telling;

import java.util.List;
import java.util.Optional;
import org.tidemark.evidence.AccountName;

/** Says of an account how it came to be held, or why its acts are not the intruder's. */
final class AccountExplainer {
  private final ToldTrail trail;
  private final Routes routes;

  AccountExplainer(ToldTrail trail, Routes routes) {
    this.trail = trail;
    this.routes = routes;
  }

  Explanation explain(String asked, String name) {
    Telling told = new Telling(asked, Match.Kind.ACCOUNT, name);
    Optional<ToldTrail.Account> held =
        trail.accounts().stream().filter(a -> a.name().equals(name)).findFirst();
    List<ToldTrail.Hop> used =
        trail.hops().stream().filter(h -> h.account().equals(name)).toList();
    List<ToldTrail.Excluded> excluded = trail.excluded().stream()
        .filter(e -> e.kind().equals("account") && e.name().equals(name))
        .toList();
    if (held.isPresent()) {
      held(told, held.get());
      excluded.forEach(
          e -> told.notes.add((e.acts() == 1 ? "One of its acts is" : e.acts() + " of its acts are")
              + " not the intruder's: " + e.rule() + ", " + Sentences.of(e.rule(), "")));
    } else if (!used.isEmpty()) {
      ToldTrail.Hop first = used.get(0);
      told.grade = Optional.of(first.grade());
      told.rule = Optional.of(first.rule());
      told.why = Sentences.of(first.rule(), first.why());
      told.from = Optional.of(first.at());
      told.route = Optional.of(routes.to(first));
    } else if (!excluded.isEmpty()) {
      told.grade = Optional.of("excluded");
      told.rule = Optional.of(excluded.get(0).rule());
      told.why = Sentences.of(excluded.get(0).rule(), "");
      excluded.forEach(e -> told.notes.add(
          e.acts() + (e.acts() == 1 ? " act" : " acts") + " of it looked at: " + e.rule()));
    } else {
      told.why = "nothing of it came from anything held, and no log shows its credentials there";
      told.notes.add("It is not excluded: logs that are missing may show more.");
      trail
          .platforms()
          .forEach(p -> told.notes.add("The platform " + p.host() + " fell"
              + p.at().map(at -> " at " + at).orElse("")
              + ": an account that it vouches for joins the trail with its first act from a held or"
              + " unresolved source."));
    }
    if (!used.isEmpty()) {
      told.notes.add("It was used in "
          + (used.size() == 1 ? "one hop, " : used.size() + " hops, the first ")
          + used.get(0).id() + " at " + used.get(0).at() + ".");
    }
    return told.end();
  }

  private void held(Telling told, ToldTrail.Account account) {
    told.id = Optional.of(account.id());
    told.organisation = Optional.of(account.organisation());
    told.state = Optional.of("held");
    told.grade = Optional.of(account.grade());
    told.rule = Optional.of(account.rule());
    told.why = Sentences.of(account.rule(), "");
    told.from = account.from();
    told.until = account.until();
    told.route = account.hop().flatMap(routes::hop).map(routes::to).or(() -> begun(account));
  }

  /** Where no hop gave it away it was a foothold itself, or lay on one. */
  private Optional<Explanation.Route> begun(ToldTrail.Account account) {
    String written = AccountName.of(account.name());
    Optional<ToldTrail.Start> itself = trail.footholds().stream()
        .filter(f -> AccountName.of(f.name()).equals(written))
        .findFirst();
    List<ToldTrail.Start> places = trail.footholds().stream()
        .filter(f -> f.kind().equals("host") || f.kind().equals("address"))
        .filter(f -> account.from().filter(from -> from.isBefore(f.from())).isEmpty())
        .toList();
    // Of several places the result does not say which gave it away.
    return itself
        .or(() -> places.size() == 1 ? Optional.of(places.get(0)) : Optional.empty())
        .map(Routes::at);
  }
}

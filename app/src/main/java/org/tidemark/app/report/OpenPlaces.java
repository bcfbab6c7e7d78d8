package org.tidemark.app.report;

import static org.tidemark.app.report.Html.at;
import static org.tidemark.app.report.Html.cls;
import static org.tidemark.app.report.Html.el;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Places that no log speaks for, by the organisation that can bring the log. Places of which the
 * same is to be asked stand together: one line of a letter asks for all of them.
 */
final class OpenPlaces {
  static final int HOSTS_MAX = 200;
  private static final int HOSTS_INLINE = 8;

  /** What makes two places one request. */
  private record Request(String grade, String rule, String why, String ask) {}

  /** A host; {@code contact}: when something held was seen to speak to it, or empty. */
  private record Place(String host, String contact) {}

  private final CaseNames names;
  private final Map<String, Map<Request, Set<Place>>> byOrganisation = new TreeMap<>();

  private OpenPlaces(CaseNames names) {
    this.names = names;
  }

  static Html of(JsonNode trail, CaseNames names) {
    OpenPlaces places = new OpenPlaces(names);
    for (JsonNode u : trail.path("unknown")) {
      places.add(u, "host", "unknown", u.path("why").asText(""), "");
    }
    for (JsonNode host : trail.path("hosts")) {
      if (host.hasNonNull("ask_for")) {
        String rule = Settlement.sentence(host.path("rule").asText(""));
        places.add(host, "name", "possible", rule, host.path("from").asText(""));
      }
    }
    OpenPlaces flows = flows(trail.path("outgoing"), names);
    return Html.join(
        places.byOrganisation.isEmpty()
            ? el("p", cls("nothing"), "Every place in reach has a log that speaks for it.")
            : places.html("h3"),
        flows.byOrganisation.isEmpty()
            ? Html.NOTHING
            : Html.join(el("h3", "To bound how much left held hosts"), flows.html("h4")),
        places.byOrganisation.isEmpty() && flows.byOrganisation.isEmpty()
            ? Html.NOTHING
            : el(
                "p",
                cls("more"),
                "Logs are destroyed by age: ",
                el("code", "tidemark ask"),
                " says of each of them until which day it can be had, and how many people hang on"
                    + " it."));
  }

  /** Held hosts of which no log, or no size in it, bounds what they sent. */
  private static OpenPlaces flows(JsonNode outgoing, CaseNames names) {
    OpenPlaces flows = new OpenPlaces(names);
    for (JsonNode way : outgoing) {
      if (way.hasNonNull("ask_for")) {
        String rule = way.path("rule").asText("");
        String why = rule.equals("no-flow-log")
            ? Settlement.sentence(rule)
            : "connections without a size leave no upper bound on what left";
        flows.add(way, "host", way.path("grade").asText(""), why, "");
      }
    }
    return flows;
  }

  private void add(JsonNode place, String nameField, String grade, String why, String contact) {
    String host = place.path(nameField).asText("");
    String stated = place.path("organisation").asText("");
    String organisation = stated.isEmpty() ? names.owners().ofHost(host) : stated;
    String ask = place.path("ask_for").asText("");
    byOrganisation
        .computeIfAbsent(organisation, o -> new LinkedHashMap<>())
        .computeIfAbsent(
            new Request(
                grade,
                place.path("rule").asText(""),
                why,
                host.isEmpty() ? ask : ask.replace(host, "\n")),
            r -> new TreeSet<>(Comparator.comparing(Place::host).thenComparing(Place::contact)))
        .add(new Place(host, contact));
  }

  private Html html(String heading) {
    List<Html> out = new ArrayList<>();
    byOrganisation.entrySet().stream()
        .sorted(Comparator.comparingInt(
                (Map.Entry<String, Map<Request, Set<Place>>> e) -> -size(e.getValue()))
            .thenComparing(Map.Entry::getKey))
        .forEach(e -> out.add(organisation(heading, e.getKey(), e.getValue())));
    return Html.join(out);
  }

  private static int size(Map<Request, Set<Place>> requests) {
    return requests.values().stream().mapToInt(Set::size).sum();
  }

  private Html organisation(String heading, String id, Map<Request, Set<Place>> requests) {
    List<Html> items = new ArrayList<>();
    requests.entrySet().stream()
        .sorted(Comparator.comparingInt(
                (Map.Entry<Request, Set<Place>> e) -> -e.getValue().size())
            .thenComparing(e -> e.getKey().ask())
            .thenComparing(e -> e.getValue().iterator().next().host()))
        .forEach(e -> items.add(request(e.getKey(), e.getValue())));
    boolean outside = id.equals(PictureLayout.OUTSIDE) || id.isEmpty();
    return Html.join(
        el(
            heading,
            outside
                ? el("span", "Outside, or unknown whose")
                : el("span", at("lang", names.language(id)), names.organisation(id)),
            " ",
            el("small", Wording.count(size(requests), "host", "hosts"))),
        el("ul", cls("unknowns"), items));
  }

  private static Html request(Request request, Set<Place> hosts) {
    Place first = hosts.iterator().next();
    String each = hosts.size() == 1 ? first.host() : "each of these hosts";
    Html reason = Html.join(
        PageParts.grade(request.grade()),
        " " + request.why() + " ",
        request.rule().isEmpty() ? Html.NOTHING : PageParts.rule(request.rule()));
    return el(
        "li",
        el("div", cls("ask"), el("span", "Ask for: "), request.ask().replace("\n", each)),
        hosts.size() == 1 ? Html.NOTHING : hosts(hosts),
        el("div", cls("small"), reason, hosts.size() == 1 ? contact(first) : ""));
  }

  private static String contact(Place place) {
    return place.contact().isEmpty() ? "" : " contact " + Wording.time(place.contact());
  }

  private static Html hosts(Set<Place> hosts) {
    List<Html> shown = hosts.stream()
        .limit(HOSTS_MAX)
        .map(p -> el("li", el("b", p.host()), contact(p)))
        .toList();
    Html list = el("ul", cls("hosts"), shown);
    return hosts.size() <= HOSTS_INLINE
        ? list
        : el(
            "details",
            el("summary", Wording.count(hosts.size(), "host", "hosts")),
            list,
            PageParts.showing(shown.size(), hosts.size(), "hosts", "trail.json"));
  }
}

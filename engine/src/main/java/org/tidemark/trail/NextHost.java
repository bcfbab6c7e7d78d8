package org.tidemark.trail;

import java.util.List;
import java.util.Optional;
import org.tidemark.engine.Doc;

/**
 * A host that responders should see to: preserve it (memory, then disk), then cut it off. Stands in
 * trail.json as it is.
 */
public record NextHost(
    @Doc("1 = first") int order,
    @Doc("host") String host,
    @Doc("organisation id, or outside") String organisation,

    @Doc("held, reached, or source: acts came from it") String state,

    @Doc("confirmed, possible or unknown") String grade,
    @Doc("held with administrator rights") boolean administrator,
    @Doc("a directory or identity provider that fell") boolean platform,
    @Doc("hops to it and from it") long hops,

    @Doc("why to image it; null = an image would show nothing new")
    Optional<String> image,

    @Doc("why to isolate it, once imaged; null = do not") Optional<String> isolate,

    @Doc("why a held host is not to be isolated") Optional<String> notIsolated,

    @Doc("kinds of act (process, change) of which no log covers the time of the hold: what was left"
        + " behind there, only an image shows")
    List<String> unseen) {
  public NextHost {
    unseen = List.copyOf(unseen);
  }
}

package org.tidemark.investigation.ask;

import java.util.Optional;
import java.util.Set;

/**
 * Something that is unknown or only possible, and the log that would settle it.
 *
 * @param organisation whose log it is; {@code outside}: the case file does not say
 * @param copy only a copy that was kept off the host excludes anything: it was held with
 *     administrator rights, or its own log was cleared
 * @param what place, platform, hop, objects, or log (should exist and was never collected)
 * @param rule that leaves it open
 * @param total how many hops or objects; 0 = not counted yet
 * @param hops ids of the hops that it would settle
 * @param inventory host whose objects it would settle
 * @param format log format that the case file names; empty: whichever shows the act
 */
record OpenPoint(
    LogPlace place,
    String organisation,
    ShownAct act,
    boolean copy,
    Optional<Window> window,
    String what,
    String rule,
    long total,
    Set<String> hops,
    Optional<String> inventory,
    Optional<String> format) {}

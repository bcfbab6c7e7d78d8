package org.tidemark.trail.telling;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One result, to be compared with another one.
 *
 * @param evidence empty where its evidence.json is not at hand
 * @param caseItems marks of what its case.yaml said, by block ({@code CaseItems}); empty where it
 *     does not say
 * @param version which Tidemark made it; empty where it does not say
 */
public record ToldResult(
    ToldTrail trail,
    Optional<ToldEvidence> evidence,
    Optional<Map<String, List<String>>> caseItems,
    Optional<String> version) {}

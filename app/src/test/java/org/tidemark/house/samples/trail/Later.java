package org.tidemark.house.samples.trail;

/** Something that only a later stage knows. */
public record Later(int hops) {}

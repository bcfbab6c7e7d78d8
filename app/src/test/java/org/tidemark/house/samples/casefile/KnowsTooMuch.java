package org.tidemark.house.samples.casefile;

import org.tidemark.house.samples.trail.Later;

/** An early stage that uses a later one. */
public record KnowsTooMuch(Later later) {}

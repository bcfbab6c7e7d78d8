package org.tidemark.evidence;

import java.time.Instant;

/**
 * A file of the evidence as custody records it.
 *
 * @param path evidence path
 * @param sha256 lower-case hex; empty where the file cannot be read
 * @param modified the file's own time of last change
 */
public record HashedFile(String path, String sha256, long bytes, Instant modified) {}

package org.tidemark.evidence;

import java.net.URI;
import java.util.Optional;

/**
 * One file, or one member of an archive, that the case's {@code evidence} names.
 *
 * @param id F + 16 base-32 characters over (path, member)
 * @param path relative to the case folder, {@code /} between names, bytes decoded and
 *     Unicode-normalised (NFC)
 * @param member path inside the archive, joined by {@code !} where archives nest; empty for the
 *     file itself
 * @param uri the file as the walk gave it
 * @param source index into the case file's {@code evidence}
 * @param content SHA-256 in lower-case hex
 * @param bytes size
 * @param format id of the log format, or empty: not a log
 */
public record EvidenceFile(
    String id,
    String path,
    String member,
    URI uri,
    int source,
    String content,
    long bytes,
    Optional<String> format) {}

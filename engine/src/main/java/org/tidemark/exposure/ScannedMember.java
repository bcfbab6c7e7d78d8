package org.tidemark.exposure;

import java.io.Serializable;
import org.tidemark.exposure.readers.ReadOutcome;

/**
 * What was read of a file, or of a member of an archive or message.
 *
 * @param member path inside the file, joined by {@code !} where archives nest; "" for the file
 *     itself
 * @param format format id
 * @param charset IANA name of the encoding of its text; "" where there is none
 * @param state read, partly or unread
 * @param reason why not, or not to its end; "" when read
 * @param bytes size; unpacked size of a member
 * @param bytesRead bytes that were read as content
 * @param content SHA-256 in lower-case hex; "" where its bytes could not be reached
 * @param block its findings and records
 */
public record ScannedMember(
    String member,
    String format,
    String charset,
    ReadOutcome.State state,
    String reason,
    long bytes,
    long bytesRead,
    String content,
    FindingBlock block)
    implements Serializable {}

package org.tidemark.evidence;

import java.io.Serializable;
import java.util.List;

/**
 * What one file is.
 *
 * @param sha256 lower-case hex; empty where the file cannot be read
 * @param bytes read
 * @param format id of the log format; empty: not a log
 * @param layout a {@link LogLayout}'s text
 * @param whole whether the file can only be read from its beginning (gzip)
 * @param reason why it, or a part of it, cannot be read, an id; empty where it can
 * @param members logs in the archive, in its order
 * @param otherMembers whether the archive holds anything else
 */
record Inspection(
    String sha256,
    long bytes,
    String format,
    String layout,
    boolean whole,
    String reason,
    List<Member> members,
    boolean otherMembers)
    implements Serializable {

  /** A log in an archive, or a member that cannot be read: then {@code reason} is not empty. */
  record Member(String path, String format, String layout, String sha256, long bytes, String reason)
      implements Serializable {}
}

package org.tidemark.evidence.formats;

import org.tidemark.evidence.ActKind;
import org.tidemark.evidence.FactSink;
import org.tidemark.evidence.JsonFields;
import org.tidemark.evidence.Operation;

/**
 * Accesses to shares and files in Windows events. The mask says what the client was given the right
 * to do, which is the nearest thing to what it did that these events hold. Reading a folder and
 * reading a file are one bit: a folder is known by the shape of the request.
 *
 * @see <a
 *     href="https://learn.microsoft.com/windows/win32/fileio/file-access-rights-constants">Access
 *     rights</a>
 */
final class WindowsObjects {
  private static final long READ_CONTENT = 0x1;
  private static final long WRITE_CONTENT = 0x2 | 0x4;
  private static final long READ_ATTRIBUTES_EXTENDED = 0x8;
  private static final long DELETE = 0x10000;
  private static final long SYNCHRONIZE = 0x100000;
  private static final int EXTENSION_MAX = 4;

  private final JsonFields fields;

  WindowsObjects(JsonFields fields) {
    this.fields = fields;
  }

  /** 5140: a share was opened. */
  boolean share(int host, int account, int from, long session, boolean refused, FactSink sink) {
    int object = sink.object(shareName(sink.endpointName(host)));
    sink.access(host, account, from, session, object, Operation.OPEN, !refused, -1, -1);
    return true;
  }

  /** 5145: a file, folder or pipe of a share was asked for. */
  boolean sharedFile(
      int host, int account, int from, long session, boolean refused, FactSink sink) {
    sink.shows(ActKind.FILE);
    String share = shareName(sink.endpointName(host));
    String relative = fields.text(WindowsEvents.RELATIVE_NAME);
    while (relative.startsWith("\\")) {
      relative = relative.substring(1);
    }
    int object = sink.object(relative.isEmpty() ? share : share + "\\" + relative);
    long mask = fields.number(WindowsEvents.ACCESS_MASK, 0);
    boolean pipe = share.regionMatches(true, share.length() - 5, "\\IPC$", 0, 5);
    add(host, account, from, session, object, relative, pipe ? 0 : mask, refused, sink);
    return true;
  }

  /** 4663: a file was accessed on the host itself; registry keys and the like are not used. */
  boolean file(int host, int account, long session, boolean refused, FactSink sink) {
    if (!fields.is(WindowsEvents.OBJECT_TYPE, "File")) {
      sink.ignored("object-not-a-file");
      return false;
    }
    sink.shows(ActKind.FILE);
    String path = fields.text(WindowsEvents.OBJECT_NAME);
    if (path.length() > 2 && path.charAt(1) == ':') {
      path = path.charAt(0) + "$" + path.substring(2);
    }
    while (path.startsWith("\\")) {
      path = path.substring(1);
    }
    int object = sink.object("\\\\" + sink.endpointName(host) + "\\" + path);
    long mask = fields.number(WindowsEvents.ACCESS_MASK, 0);
    add(host, account, -1, session, object, path, mask, refused, sink);
    return true;
  }

  private static void add(
      int host,
      int account,
      int from,
      long session,
      int object,
      String name,
      long mask,
      boolean refused,
      FactSink sink) {
    boolean reads = (mask & READ_CONTENT) != 0;
    boolean writes = (mask & WRITE_CONTENT) != 0;
    if (reads) {
      Operation operation = isListing(mask, name) ? Operation.LIST : Operation.READ;
      sink.access(host, account, from, session, object, operation, !refused, -1, -1);
    }
    if (writes) {
      sink.access(host, account, from, session, object, Operation.WRITE, !refused, -1, -1);
    }
    if (!reads && !writes) {
      Operation operation = (mask & DELETE) != 0 ? Operation.DELETE : Operation.OPEN;
      sink.access(host, account, from, session, object, operation, !refused, -1, -1);
    }
  }

  /** A folder is opened for listing with 0x100081, a file for reading with 0x120089. */
  private static boolean isListing(long mask, String name) {
    if (name.isEmpty()) {
      return true;
    }
    boolean asked = (mask & SYNCHRONIZE) != 0
        && (mask & READ_ATTRIBUTES_EXTENDED) == 0
        && (mask & WRITE_CONTENT) == 0;
    int dot = name.lastIndexOf('.');
    boolean extension = dot > name.lastIndexOf('\\')
        && dot < name.length() - 1
        && name.length() - dot - 1 <= EXTENSION_MAX;
    return asked && !extension;
  }

  /** {@code \\*\share} → {@code \\host\share}. */
  private String shareName(String host) {
    String written = fields.text(WindowsEvents.SHARE_NAME);
    int slash = written.lastIndexOf('\\');
    return "\\\\" + host + "\\" + written.substring(slash + 1);
  }
}

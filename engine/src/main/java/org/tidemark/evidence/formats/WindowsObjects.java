package org.tidemark.evidence.formats;

import java.util.Locale;
import org.tidemark.evidence.ActKind;
import org.tidemark.evidence.FactSink;
import org.tidemark.evidence.Operation;

/**
 * Accesses to shares, files and the directory in Windows events. The mask says what the client was
 * given the right to do, which is the nearest thing to what it did that these events hold. Reading
 * a folder and reading a file are one bit: a folder is known by the shape of the request.
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
  private static final String REPLICATE_SECRETS = "{1131f6ad-9c07-11d1-f79f-00c04fc2dcd2}";
  private static final String REPLICATE = "{1131f6aa-9c07-11d1-f79f-00c04fc2dcd2}";

  private WindowsObjects() {}

  /** 5140: a share was opened. */
  static boolean share(WindowsRecord event, FactSink sink) {
    int object = sink.object(shareName(event, sink));
    add(event, event.from(sink), object, Operation.OPEN, sink);
    return true;
  }

  /** 5145: a file, folder or pipe of a share was asked for. */
  static boolean sharedFile(WindowsRecord event, FactSink sink) {
    sink.shows(ActKind.FILE);
    String share = shareName(event, sink);
    String relative = event.text(WindowsField.RELATIVE_NAME);
    while (relative.startsWith("\\")) {
      relative = relative.substring(1);
    }
    int object = sink.object(relative.isEmpty() ? share : share + "\\" + relative);
    boolean pipe = share.regionMatches(true, share.length() - 5, "\\IPC$", 0, 5);
    add(event, event.from(sink), object, relative, pipe ? 0 : mask(event), sink);
    return true;
  }

  /** 4663: a file was accessed on the host itself; registry keys and the like are not used. */
  static boolean file(WindowsRecord event, FactSink sink) {
    if (!event.is(WindowsField.OBJECT_TYPE, "File")) {
      return WindowsRecord.ignore(sink, "object-not-a-file");
    }
    sink.shows(ActKind.FILE);
    String path = event.text(WindowsField.OBJECT_NAME);
    if (path.length() > 2 && path.charAt(1) == ':') {
      path = path.charAt(0) + "$" + path.substring(2);
    }
    while (path.startsWith("\\")) {
      path = path.substring(1);
    }
    int object = sink.object("\\\\" + sink.endpointName(event.host()) + "\\" + path);
    add(event, -1, object, path, mask(event), sink);
    return true;
  }

  /**
   * 4662: an object of the directory was asked for; the right to replicate secrets is that of
   * taking the whole directory (MS-ADTS 5.1.3.2.1, DS-Replication-Get-Changes-All).
   */
  static boolean directory(WindowsRecord event, FactSink sink) {
    String properties = event.text(WindowsField.PROPERTIES).toLowerCase(Locale.ROOT);
    if (!properties.contains(REPLICATE_SECRETS)) {
      String reason = properties.contains(REPLICATE)
          ? "replication-without-secrets"
          : "directory-object-not-used";
      return WindowsRecord.ignore(sink, reason);
    }
    String host = sink.endpointName(event.host());
    int object = sink.object("\\\\" + host + "\\drsuapi\\drsgetncchanges");
    add(event, -1, object, Operation.READ, sink);
    return true;
  }

  private static long mask(WindowsRecord event) {
    return event.number(WindowsField.ACCESS_MASK, 0);
  }

  private static void add(
      WindowsRecord event, int from, int object, String name, long mask, FactSink sink) {
    boolean reads = (mask & READ_CONTENT) != 0;
    boolean writes = (mask & WRITE_CONTENT) != 0;
    if (reads) {
      add(event, from, object, isListing(mask, name) ? Operation.LIST : Operation.READ, sink);
    }
    if (writes) {
      add(event, from, object, Operation.WRITE, sink);
    }
    if (!reads && !writes) {
      Operation operation = (mask & DELETE) != 0 ? Operation.DELETE : Operation.OPEN;
      add(event, from, object, operation, sink);
    }
  }

  private static void add(
      WindowsRecord event, int from, int object, Operation operation, FactSink sink) {
    sink.access(
        event.host(),
        event.subject(sink),
        from,
        event.subjectSession(),
        object,
        operation,
        !event.refused(),
        -1,
        -1);
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
  private static String shareName(WindowsRecord event, FactSink sink) {
    String written = event.text(WindowsField.SHARE_NAME);
    int slash = written.lastIndexOf('\\');
    return "\\\\" + sink.endpointName(event.host()) + "\\" + written.substring(slash + 1);
  }
}

package org.tidemark.evidence.formats.zeek;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tidemark.evidence.EndpointName;
import org.tidemark.evidence.ExecutionKind;
import org.tidemark.evidence.FactSink;
import org.tidemark.evidence.LogonType;
import org.tidemark.evidence.Operation;
import org.tidemark.evidence.formats.zeek.ZeekLine.Field;

/**
 * Shares, files and remote procedure calls that a sensor saw. Each of them happens only in a
 * session that the server accepted, so the first of a connection also shows a logon, of an account
 * that these logs do not name.
 *
 * @see <a href="https://docs.zeek.org/en/master/logs/smb.html">smb_mapping.log, smb_files.log</a>
 * @see <a href="https://docs.zeek.org/en/master/logs/dce-rpc.html">dce_rpc.log</a>
 */
final class ZeekShares {
  /** Pipes are remembered up to this number; beyond it each use is a row. */
  private static final int MAX_PIPES = 1 << 20;

  /** Calls that run something, by {@code interface/operation} in lower case (opnums' names). */
  private static final Map<String, ExecutionKind> RUNS = Map.ofEntries(
      Map.entry("svcctl/createservicew", ExecutionKind.SERVICE),
      Map.entry("svcctl/createservicea", ExecutionKind.SERVICE),
      Map.entry("svcctl/createservicewow64w", ExecutionKind.SERVICE),
      Map.entry("svcctl/createservicewow64a", ExecutionKind.SERVICE),
      Map.entry("svcctl/startservicew", ExecutionKind.SERVICE),
      Map.entry("svcctl/startservicea", ExecutionKind.SERVICE),
      Map.entry("atsvc/jobadd", ExecutionKind.TASK),
      Map.entry("atsvc/netrjobadd", ExecutionKind.TASK),
      Map.entry("itaskschedulerservice/schrpcregistertask", ExecutionKind.TASK),
      Map.entry("itaskschedulerservice/schrpcrun", ExecutionKind.TASK),
      Map.entry("iwbemservices/execmethod", ExecutionKind.PROCESS),
      Map.entry("iwbemservices/execmethodasync", ExecutionKind.PROCESS),
      Map.entry("isystemactivator/remotecreateinstance", ExecutionKind.PROCESS),
      Map.entry("iremotescmactivator/remotecreateinstance", ExecutionKind.PROCESS),
      Map.entry("iremunknown2/remqueryinterface", ExecutionKind.PROCESS));

  private static final int SMB = 445;
  private static final int SMB_OVER_NETBIOS = 139;

  private final ZeekLine line;
  private final SessionsShown shown;
  private final ZeekNames names;
  private final Set<String> pipes = new HashSet<>();

  ZeekShares(ZeekLine line, SessionsShown shown, ZeekNames names) {
    this.line = line;
    this.shown = shown;
    this.names = names;
  }

  String mapping(FactSink sink) {
    String share = share(sink);
    if (share.isEmpty()) {
      return "no-share";
    }
    accepted(sink);
    access(share, Operation.OPEN, sink);
    return "";
  }

  String file(FactSink sink) {
    Operation operation = operation();
    if (operation == null) {
      return "action-not-used";
    }
    String share = share(sink);
    if (share.isEmpty()) {
      return "no-share";
    }
    accepted(sink);
    // What was renamed is the object that was there before.
    boolean renamed = operation == Operation.RENAME && line.has(Field.PREV_NAME);
    String name = line.text(renamed ? Field.PREV_NAME : Field.NAME).replace('/', '\\');
    while (name.startsWith("\\")) {
      name = name.substring(1);
    }
    boolean root = name.isEmpty() || name.equals("<share_root>");
    access(root ? share : share + "\\" + name, root ? Operation.LIST : operation, sink);
    return "";
  }

  /**
   * Zeek logs the opening of a file, and unless told otherwise not that it was read: opening one
   * that has content counts as reading it. Folders have no size.
   */
  private @org.jspecify.annotations.Nullable Operation operation() {
    String action = line.text(Field.ACTION).toUpperCase(Locale.ROOT);
    boolean content = line.number(Field.SIZE) > 0 || line.has(Field.FUID);
    return switch (action.startsWith("SMB::") ? action.substring(5) : action) {
      case "FILE_OPEN" -> content ? Operation.READ : Operation.OPEN;
      case "FILE_READ" -> Operation.READ;
      case "FILE_WRITE" -> Operation.WRITE;
      case "FILE_DELETE" -> Operation.DELETE;
      case "FILE_RENAME" -> Operation.RENAME;
      case "PIPE_OPEN" -> Operation.OPEN;
      default -> null;
    };
  }

  /** {@code \\HOST\SHARE} as the client wrote it, the host by its short name. */
  private String share(FactSink sink) {
    String path = line.text(Field.PATH).replace('/', '\\');
    while (path.startsWith("\\")) {
      path = path.substring(1);
    }
    int slash = path.indexOf('\\');
    if (slash <= 0 || slash + 1 == path.length()) {
      return "";
    }
    String host = EndpointName.of(path.substring(0, slash));
    String share = path.substring(slash + 1);
    String lower = share.toLowerCase(Locale.ROOT);
    boolean directory = lower.equals("sysvol") || lower.equals("netlogon");
    if (directory) {
      names.controller(line.server(), sink);
    } else {
      names.perhaps(host, line.server(), sink);
    }
    return "\\\\" + (host.isEmpty() ? line.server() : host) + "\\" + share;
  }

  /** A remote procedure call; the endpoint mapper and lookups are no hop by themselves. */
  String call(FactSink sink) {
    String face = line.text(Field.ENDPOINT).toLowerCase(Locale.ROOT);
    String operation = line.text(Field.OPERATION).toLowerCase(Locale.ROOT);
    if (face.isEmpty() || face.equals("epmapper") || face.startsWith("unknown")) {
      return "endpoint-not-used";
    }
    String host = "\\\\" + line.server();
    if (face.equals("drsuapi")) {
      names.controller(line.server(), sink);
      if (!operation.equals("drsgetncchanges")) {
        return "directory-lookup";
      }
      accepted(sink);
      access(host + "\\drsuapi\\drsgetncchanges", Operation.READ, sink);
      return "";
    }
    ExecutionKind runs = RUNS.get(face + "/" + operation);
    boolean pipe = line.serverPort() == SMB || line.serverPort() == SMB_OVER_NETBIOS;
    if (runs != null) {
      accepted(sink);
      int to = sink.endpoint(line.server());
      int image = sink.object(face + "/" + operation);
      sink.execution(to, -1, line.session(), image, -1, runs);
    } else if (!pipe) {
      return "call-not-used";
    }
    String object = host + "\\IPC$\\" + face;
    boolean known = pipes.size() < MAX_PIPES && !pipes.add(line.text(Field.UID) + " " + face);
    if (known) {
      return runs == null ? "pipe-already-known" : "";
    }
    accepted(sink);
    access(object, Operation.OPEN, sink);
    return "";
  }

  private void accepted(FactSink sink) {
    if (shown.first(line.connection())) {
      int from = sink.endpoint(line.client());
      int to = sink.endpoint(line.server());
      sink.logon(-1, from, to, line.session(), LogonType.NETWORK, true, -1);
    }
  }

  private void access(String object, Operation operation, FactSink sink) {
    sink.access(
        sink.endpoint(line.server()),
        -1,
        sink.endpoint(line.client()),
        line.session(),
        sink.object(Normalizer.normalize(object, Normalizer.Form.NFC)),
        operation,
        true,
        -1,
        -1);
  }
}

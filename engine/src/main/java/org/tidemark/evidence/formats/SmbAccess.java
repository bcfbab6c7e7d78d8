package org.tidemark.evidence.formats;

import java.text.Normalizer;
import org.tidemark.evidence.AccountName;
import org.tidemark.evidence.ActKind;
import org.tidemark.evidence.EndpointName;
import org.tidemark.evidence.FactSink;
import org.tidemark.evidence.LineFormat;
import org.tidemark.evidence.LogonType;
import org.tidemark.evidence.Operation;
import org.tidemark.evidence.ReadSettings;
import org.tidemark.evidence.SessionMarkKind;

/**
 * File accesses that Samba's vfs_full_audit writes to syslog: {@code
 * user|address|machine|share|operation|ok|…}, the prefix {@code %u|%I|%m|%S}. A session is one
 * client's use of one share by one server process; it may come again after its end.
 */
public final class SmbAccess extends LineFormat {
  private static final int MAX_PREFIX = 8;

  @Override
  public String id() {
    return "smb-access";
  }

  @Override
  public String title() {
    return "Samba file accesses as syslog lines (vfs_full_audit, prefix %u|%I|%m|%S)";
  }

  @Override
  public String reads() {
    return """
        connect and disconnect as logons to the share, open and read as reads, write, delete,
        rename, folder listings. Names are \\\\host\\share\\path. Years, zones as sshd-syslog.""";
  }

  @Override
  public String document() {
    return "https://www.samba.org/samba/docs/current/man-html/vfs_full_audit.8.html";
  }

  @Override
  public boolean recognises(byte[] head, int length) {
    return SyslogLine.anyLine(
        head, length, line -> line.app().equals("smbd_audit") && line.message().indexOf('|') > 0);
  }

  @Override
  protected Lines open(ReadSettings settings) {
    return new Reader();
  }

  private static final class Reader implements Lines {
    private final SyslogLine line = new SyslogLine();
    private final SessionNumber sessions = new SessionNumber();

    @Override
    public void line(byte[] bytes, int start, int stop, FactSink sink) {
      String name = line.read(bytes, start, stop) ? EndpointName.of(line.host()) : "";
      if (name.isEmpty() || !line.giveTime(sink)) {
        sink.unparsed();
        return;
      }
      int host = sink.endpoint(name);
      sink.writtenBy(host);
      if (!line.app().equals("smbd_audit")) {
        sink.ignored("message-not-used");
        return;
      }
      String[] fields = line.message().split("\\|", -1);
      int outcome = outcome(fields);
      if (outcome < 3) {
        sink.unparsed();
        return;
      }
      String ignored = act(fields, outcome, host, name, sink);
      if (ignored.isEmpty()) {
        sink.used();
      } else {
        sink.ignored(ignored);
      }
    }

    /** Index of {@code ok} or {@code fail (…)}; -1 where there is none. */
    private static int outcome(String[] fields) {
      for (int i = 2; i < Math.min(fields.length, MAX_PREFIX); i++) {
        if (fields[i].equals("ok") || fields[i].startsWith("fail")) {
          return i;
        }
      }
      return -1;
    }

    /** Adds the fact; says why the record is ignored, or nothing. */
    private String act(String[] fields, int outcome, int host, String hostName, FactSink sink) {
      boolean succeeded = fields[outcome].equals("ok");
      String share = outcome > 4 ? fields[outcome - 2] : "";
      int account = sink.account(AccountName.of(fields[0]));
      String address = EndpointName.of(fields[1]);
      String machine = EndpointName.of(outcome > 4 ? fields[2] : "");
      int from = sink.endpoint(address.isEmpty() ? machine : address);
      String verb = fields[outcome - 1];
      String argument = outcome + 1 < fields.length ? fields[outcome + 1] : "";
      String shared = share.isEmpty() && verb.endsWith("connect") ? argument : share;
      if (shared.isEmpty()) {
        return "no-share";
      }
      long session = sessions.of(line.pid(), fields[0], fields[1], shared);
      sink.shows(ActKind.LOGON);
      if (verb.equals("connect")) {
        sink.logon(account, from, host, session, LogonType.SHARE, succeeded, -1);
        return "";
      }
      if (verb.equals("disconnect")) {
        sink.mark(host, account, session, SessionMarkKind.END);
        return "";
      }
      Operation operation = operation(verb, argument);
      if (operation == Operation.OPEN) {
        return "operation-not-used";
      }
      sink.shows(ActKind.FILE);
      boolean mode = argument.equals("r") || argument.equals("w");
      String path = mode && outcome + 2 < fields.length ? fields[outcome + 2] : argument;
      int object = sink.object(objectName(hostName, shared, path));
      sink.access(host, account, from, session, object, operation, succeeded, -1, -1);
      return "";
    }

    /** {@link Operation#OPEN} stands for whatever moves no content and is not used. */
    private static Operation operation(String verb, String argument) {
      return switch (verb) {
        case "open", "openat" -> argument.equals("w") ? Operation.WRITE : Operation.READ;
        case "read", "pread", "pread_send", "sendfile" -> Operation.READ;
        case "write", "pwrite", "pwrite_send", "ftruncate", "recvfile" -> Operation.WRITE;
        case "unlink", "unlinkat", "rmdir" -> Operation.DELETE;
        case "rename", "renameat" -> Operation.RENAME;
        case "opendir", "fdopendir", "readdir" -> Operation.LIST;
        default -> Operation.OPEN;
      };
    }

    /** Newer Sambas write absolute paths: what stands after the share's folder is the name. */
    private static String objectName(String host, String share, String path) {
      String relative = path;
      int folder = path.startsWith("/") ? path.indexOf("/" + share + "/") : -1;
      if (folder >= 0) {
        relative = path.substring(folder + share.length() + 2);
      }
      while (relative.startsWith("/") || relative.startsWith("./")) {
        relative = relative.substring(relative.indexOf('/') + 1);
      }
      String base = "\\\\" + host + "\\" + share;
      boolean root = relative.isEmpty() || relative.equals(".");
      String name = root ? base : base + "\\" + relative.replace('/', '\\');
      return Normalizer.normalize(name, Normalizer.Form.NFC);
    }
  }
}

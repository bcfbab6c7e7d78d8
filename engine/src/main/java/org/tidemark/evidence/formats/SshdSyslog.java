package org.tidemark.evidence.formats;

import org.tidemark.evidence.ActKind;
import org.tidemark.evidence.EndpointName;
import org.tidemark.evidence.ExecutionKind;
import org.tidemark.evidence.FactSink;
import org.tidemark.evidence.LineFormat;
import org.tidemark.evidence.LogonType;
import org.tidemark.evidence.ReadSettings;
import org.tidemark.evidence.SessionMarkKind;

/**
 * sshd, sudo and su in syslog ({@code auth.log}, {@code secure}). A session is the process id of
 * the sshd that serves it, so it may come again after its end. The name that a failed logon tried
 * for an account that does not exist is not kept: people type passwords there.
 */
public final class SshdSyslog extends LineFormat {
  @Override
  public String id() {
    return "sshd-syslog";
  }

  @Override
  public String title() {
    return "sshd, sudo and su as syslog lines (auth.log, secure)";
  }

  @Override
  public String reads() {
    return """
        logons accepted and failed, sessions closed, sudo and su to root (the command's path,
        not its arguments), starts of the kernel. Dates without a year: the latest year that
        does not lie after collected_at, else half a year after the case's last known instant.
        Times without a zone: `zone:` of the source.""";
  }

  @Override
  public String document() {
    return "https://man.openbsd.org/sshd.8";
  }

  @Override
  public boolean recognises(byte[] head, int length) {
    return SyslogLine.anyLine(
        head, length, line -> isSshd(line.app()) || line.app().equals("sudo"));
  }

  private static boolean isSshd(String app) {
    return app.equals("sshd") || app.equals("sshd-session");
  }

  @Override
  protected Lines open(ReadSettings settings) {
    return new Reader();
  }

  private static final class Reader implements Lines {
    private final SyslogLine line = new SyslogLine();

    @Override
    public void line(byte[] bytes, int start, int stop, FactSink sink) {
      String name = line.read(bytes, start, stop) ? EndpointName.of(line.host()) : "";
      if (name.isEmpty() || !line.giveTime(sink)) {
        sink.unparsed();
        return;
      }
      int host = sink.endpoint(name);
      sink.writtenBy(host);
      boolean used = switch (line.app()) {
        case "sshd", "sshd-session" -> sshd(host, sink);
        case "sudo" -> sudo(host, sink);
        case "su" -> su(host, sink);
        case "kernel" -> kernel(host, sink);
        default -> false;
      };
      if (used) {
        sink.used();
      } else {
        sink.ignored("message-not-used");
      }
    }

    private boolean sshd(int host, FactSink sink) {
      String message = line.message();
      sink.shows(ActKind.LOGON);
      if (message.startsWith("Accepted ")) {
        return logon(host, true, sink);
      }
      if (message.startsWith("Failed ")) {
        return logon(host, false, sink);
      }
      String closed = "session closed for user ";
      int at = message.indexOf(closed);
      if (at < 0) {
        return false;
      }
      String user = word(message, at + closed.length());
      sink.mark(host, sink.account(account(user)), session(), SessionMarkKind.END);
      return true;
    }

    /**
     * {@code Accepted METHOD for USER from ADDRESS port N …}; the user's name may hold anything.
     */
    private boolean logon(int host, boolean accepted, FactSink sink) {
      String message = line.message();
      int userAt = message.indexOf(" for ");
      int from = message.lastIndexOf(" from ");
      if (userAt < 0 || from < userAt + 5) {
        return false;
      }
      String user = message.substring(userAt + 5, from);
      String account = user.startsWith("invalid user ") ? "" : account(user);
      int client = sink.endpoint(EndpointName.of(word(message, from + 6)));
      sink.logon(sink.account(account), client, host, session(), LogonType.SHELL, accepted, -1);
      return true;
    }

    /** {@code USER : TTY=… ; PWD=… ; USER=root ; COMMAND=/path arguments}. */
    private boolean sudo(int host, FactSink sink) {
      String message = line.message().strip();
      int colon = message.indexOf(" : ");
      int command = message.indexOf("COMMAND=");
      if (colon < 0 || command < 0 || message.startsWith("command not allowed", colon + 3)) {
        return false;
      }
      sink.shows(ActKind.PROCESS);
      int account = sink.account(account(message.substring(0, colon)));
      int image = sink.object(word(message, command + "COMMAND=".length()));
      sink.execution(host, account, 0, image, -1, ExecutionKind.COMMAND);
      if (message.contains("USER=root ")) {
        sink.mark(host, account, 0, SessionMarkKind.ADMIN);
      }
      return true;
    }

    /** {@code (to root) USER on TTY}. */
    private boolean su(int host, FactSink sink) {
      String prefix = "(to root) ";
      if (!line.message().startsWith(prefix)) {
        return false;
      }
      int account = sink.account(account(word(line.message(), prefix.length())));
      sink.mark(host, account, 0, SessionMarkKind.ADMIN);
      return true;
    }

    private boolean kernel(int host, FactSink sink) {
      if (!line.message().contains("Linux version ")) {
        return false;
      }
      sink.mark(host, -1, 0, SessionMarkKind.BOOT);
      return true;
    }

    private String account(String user) {
      return HostAccounts.name(user, EndpointName.of(line.host()));
    }

    private long session() {
      try {
        return line.pid().isEmpty() ? 0 : Long.parseLong(line.pid());
      } catch (NumberFormatException e) {
        return 0;
      }
    }

    /** The text from an index up to a space or a bracket. */
    private static String word(String text, int from) {
      int end = from;
      while (end < text.length() && text.charAt(end) != ' ' && text.charAt(end) != '(') {
        end++;
      }
      return text.substring(from, end);
    }
  }
}

package org.tidemark.drill.logs;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import org.tidemark.drill.world.Login;
import org.tidemark.drill.world.Machine;

/**
 * Lines of sshd, sudo, cron and Samba's vfs_full_audit in classic syslog form (RFC 3164: no year,
 * no zone).
 */
final class UnixLines {
  private static final String KEY = "ED25519 SHA256:4Jb0QbYw1mT2c8n3m5kq7Vx9ZrUe6HdLsPfGaKtWoXc";

  private final LogDay day;

  UnixLines(LogDay day) {
    this.day = day;
  }

  /** Zone in which the machine writes its logs. */
  static ZoneId zone(Machine host) {
    return host.name().equals("hb-db01") ? ZoneOffset.UTC : ZoneOffset.ofHours(9);
  }

  /** One session by public key; closed after {@code seconds}. */
  void session(Machine host, long at, String account, Machine from, int pid, int seconds) {
    day.countLogon();
    int port = 49_200 + pid % 16_000;
    String peer = from.address() + " port " + port;
    line(
        host,
        at,
        "sshd[" + pid + "]: Accepted publickey for " + account + " from " + peer + " ssh2: " + KEY);
    line(
        host,
        at,
        "sshd[" + pid + "]: pam_unix(sshd:session): session opened for user " + account
            + "(uid=1001) by (uid=0)");
    line(
        host,
        at + seconds,
        "sshd[" + pid + "]: Received disconnect from " + peer + ":11: disconnected by user");
    line(host, at + seconds, "sshd[" + pid + "]: Disconnected from user " + account + " " + peer);
    line(
        host,
        at + seconds,
        "sshd[" + pid + "]: pam_unix(sshd:session): session closed for user " + account);
  }

  void refused(Machine host, long at, String account, Machine from, int pid) {
    String peer = from.address() + " port " + (49_200 + pid % 16_000);
    line(host, at, "sshd[" + pid + "]: Failed password for " + account + " from " + peer + " ssh2");
    line(
        host,
        at + 1,
        "sshd[" + pid + "]: Connection closed by authenticating user " + account + " " + peer
            + " [preauth]");
  }

  void sudo(Machine host, long at, String account, String command) {
    line(
        host,
        at,
        "sudo:  " + account + " : TTY=pts/0 ; PWD=/home/" + account + " ; USER=root ; COMMAND="
            + command);
    line(
        host,
        at,
        "sudo: pam_unix(sudo:session): session opened for user root(uid=0) by " + account
            + "(uid=1001)");
    line(host, at + 40, "sudo: pam_unix(sudo:session): session closed for user root");
  }

  void cron(Machine host, long at, int pid) {
    line(
        host,
        at,
        "CRON[" + pid
            + "]: pam_unix(cron:session): session opened for user root(uid=0) by (uid=0)");
    line(host, at + 1, "CRON[" + pid + "]: pam_unix(cron:session): session closed for user root");
  }

  /**
   * One act on a Samba share; {@code what}: operation, outcome and its arguments, joined by a bar.
   */
  void samba(Machine host, long at, Login login, Machine from, int pid, String what) {
    String who =
        login.domain() + "\\" + login.name() + "|" + from.address() + "|" + from.name() + "|share|";
    day.add(
        "harbour-smb/" + host.name(),
        host,
        at,
        (out, number) -> head(out, host, at)
            .append("smbd_audit[")
            .append(pid)
            .append("]: ")
            .append(who)
            .append(what));
  }

  private void line(Machine host, long at, String text) {
    day.add(host, at, (out, number) -> head(out, host, at).append(text));
  }

  private static StringBuilder head(StringBuilder out, Machine host, long at) {
    ZonedDateTime time = Instant.ofEpochSecond(at).atZone(zone(host));
    out.append(time.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH)).append(' ');
    out.append(time.getDayOfMonth() < 10 ? " " : "")
        .append(time.getDayOfMonth())
        .append(' ');
    return two(
            two(two(out, time.getHour()).append(':'), time.getMinute()).append(':'),
            time.getSecond())
        .append(' ')
        .append(host.name())
        .append(' ');
  }

  private static StringBuilder two(StringBuilder out, int value) {
    return out.append(value < 10 ? "0" : "").append(value);
  }
}

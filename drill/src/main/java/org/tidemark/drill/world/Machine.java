package org.tidemark.drill.world;

import java.util.Locale;

/**
 * A machine.
 *
 * @param number index among all machines
 * @param name short name, lower case
 * @param log stem of the log file that its records go to, below {@code logs/}
 * @param fast how many seconds its clock is ahead of true time
 */
public record Machine(
    int number, String name, Company company, String address, Kind kind, String log, int fast) {
  /** What a machine is for. */
  public enum Kind {
    PC,
    DOMAIN_CONTROLLER,
    WINDOWS_SERVER,
    AUDITED_FILE_SERVER,
    LINUX,
    /** Writes no log. */
    SILENT
  }

  public String qualifiedName() {
    return name.toUpperCase(Locale.ROOT) + "." + company.dnsDomain();
  }

  /** The machine's own account in its domain. */
  public Login machineAccount() {
    return new Login(company.name(), name.toUpperCase(Locale.ROOT) + "$", 2_000 + number);
  }

  public boolean isWindows() {
    return kind != Kind.LINUX && kind != Kind.SILENT;
  }
}

package org.tidemark.evidence.formats;

import java.util.Set;
import org.tidemark.evidence.AccountName;

/**
 * Accounts that every Unix host has of its own: {@code root} of one host is not {@code root} of
 * another. They carry their host as domain, as local accounts of Windows do. Other names may come
 * from a directory and stay as written. The standard is LSB Core 5.0, User &amp; Group Names.
 */
final class HostAccounts {
  /**
   * The standard's names, those of widespread services, and the first accounts of cloud images.
   * Not {@code admin}: where a directory vouches for it, one password opens every host.
   */
  private static final Set<String> NAMES = Set.of(
      "root",
      "bin",
      "daemon",
      "adm",
      "lp",
      "sync",
      "shutdown",
      "halt",
      "mail",
      "news",
      "uucp",
      "operator",
      "man",
      "nobody",
      "sys",
      "games",
      "sshd",
      "www-data",
      "apache",
      "nginx",
      "postgres",
      "mysql",
      "redis",
      "mongodb",
      "tomcat",
      "almalinux",
      "azureuser",
      "centos",
      "cloud-user",
      "core",
      "debian",
      "ec2-user",
      "fedora",
      "opc",
      "rocky",
      "ubuntu",
      "vagrant");

  private HostAccounts() {}

  /** The account's name; {@code host}: short name of the host that writes it. */
  static String name(String user, String host) {
    String name = AccountName.of(user);
    return NAMES.contains(name) ? host + "\\" + name : name;
  }
}

package org.tidemark.drill.files;

/** What the files of one folder are about: whose people stand in them. */
public enum Topic {
  MEMBERS("members", "user", "harbour"),
  USAGE("usage", "user", "harbour"),
  CRM("crm", "partner", "harbour"),
  HR("hr", "employee", "harbour"),
  CONTRACTORS("contractors", "contractor", "harbour"),
  TIDAL("tidal", "employee", "tidal"),
  MAIL("mail", "other", "harbour"),
  /** Nobody's data: price lists, notes. */
  PUBLIC("public", "", "");

  private final String folder;
  private final String role;
  private final String controller;

  Topic(String folder, String role, String controller) {
    this.folder = folder;
    this.role = role;
    this.controller = controller;
  }

  public String folder() {
    return folder;
  }

  public String role() {
    return role;
  }

  public String controller() {
    return controller;
  }
}

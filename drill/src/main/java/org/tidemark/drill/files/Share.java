package org.tidemark.drill.files;

/** Where the copies of a drill were taken, and how logs name what lies there. */
public enum Share {
  FS01("files/hb-fs01", "hb-fs01", "\\\\hb-fs01\\share"),
  FS02("files/hb-fs02", "hb-fs02", "\\\\hb-fs02\\share"),
  FS03("files/hb-fs03", "hb-fs03", "\\\\hb-fs03\\share"),
  BUCKET("files/harbour-exports", "aws/210987654321/s3", "s3://harbour-exports"),
  /** Recovered from the intruder's own server: no host of ours. */
  FOUND("files/found-on-their-server", "", "");

  private final String folder;
  private final String host;
  private final String loggedAs;

  Share(String folder, String host, String loggedAs) {
    this.folder = folder;
    this.host = host;
    this.loggedAs = loggedAs;
  }

  /** Folder of the copies, relative to the case folder. */
  public String folder() {
    return folder;
  }

  public String host() {
    return host;
  }

  public String loggedAs() {
    return loggedAs;
  }
}

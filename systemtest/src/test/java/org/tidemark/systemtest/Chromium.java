package org.tidemark.systemtest;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.testing.Project;

/**
 * The machine's own Chromium, never a downloaded one. Looked for on the PATH; where continuous
 * integration runs as root on Debian, its packages are installed once. Elsewhere the test is left
 * out and the build says so.
 */
final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final List<String> QUIET = List.of(
      "--disable-quic",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path executable) {
    playwright = Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    List<String> arguments = new ArrayList<>(QUIET);
    if (isRoot()) {
      arguments.add("--no-sandbox");
    }
    browser = playwright
        .chromium()
        .launch(new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(arguments));
  }

  /**
   * Starts it, or leaves the test out.
   *
   * @param what is not tested without it, as the build's end will name it
   */
  static Optional<Chromium> start(String what) throws IOException, InterruptedException {
    Optional<Path> executable = onPath(NAMES);
    if (executable.isEmpty() && "true".equals(System.getenv("CI")) && isRoot()) {
      install();
      executable = onPath(NAMES);
    }
    if (executable.isEmpty()) {
      Project.leftOut(what + ": no Chromium on the PATH (install the package `chromium`)");
    }
    return executable.map(Chromium::new);
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static Optional<Path> onPath(List<String> names) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return names.stream()
        .flatMap(name -> List.of(path.split(File.pathSeparator, -1)).stream()
            .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static void install() throws IOException, InterruptedException {
    if (onPath(List.of("apt-get")).isEmpty()) {
      return;
    }
    for (List<String> command : List.of(
        List.of("apt-get", "-qq", "update"),
        List.of(
            "apt-get",
            "-qq",
            "install",
            "-y",
            "--no-install-recommends",
            "chromium",
            "fonts-noto-cjk"))) {
      ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
      builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
      int status = builder.start().waitFor();
      if (status != 0) {
        throw new IOException(String.join(" ", command) + " ended with status " + status
            + " (expected: 0). Install chromium and fonts-noto-cjk by hand.");
      }
    }
  }
}

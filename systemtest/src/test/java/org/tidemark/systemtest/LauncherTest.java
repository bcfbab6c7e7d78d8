package org.tidemark.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.testing.Project;

/**
 * The launcher, in a copy of its own with a blank in its path. In place of Maven stands a script
 * that hands out a ready jar, so that only the launcher is tried; {@code verify} tries Maven.
 */
class LauncherTest {
  /** In place of mvnw: counts its calls, and fails or kills the launcher where a file says so. */
  private static final String STUB = """
      #!/bin/sh
      root=$(dirname "$0")
      echo x >>"$LAUNCHER_TEST/calls"
      if [ -f "$LAUNCHER_TEST/kill" ]; then
        rm "$LAUNCHER_TEST/kill"
        mkdir -p "$root/app/target/dist/lib"
        kill -9 $PPID
        exit 1
      fi
      if [ -f "$LAUNCHER_TEST/fail" ]; then
        cat "$LAUNCHER_TEST/fail"
        exit 1
      fi
      mkdir -p "$root/app/target/dist/lib"
      cp "$LAUNCHER_TEST/app.jar" "$root/app/target/dist/lib/app.jar"
      """;

  @TempDir
  private Path folder;

  private Path home;

  private record Outcome(int status, String out, String err) {}

  @BeforeEach
  void copyTheLauncher() throws IOException {
    home = Files.createDirectories(folder.resolve("a tree"));
    Path root = Project.root();
    for (String name : List.of("tidemark", "pom.xml", ".gitattributes")) {
      Files.copy(root.resolve(name), home.resolve(name));
    }
    Path scripts = Files.createDirectories(home.resolve(".mvn"));
    try (Stream<Path> files = Files.list(root.resolve(".mvn"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, scripts.resolve(file.getFileName().toString()));
      }
    }
    Files.writeString(home.resolve("mvnw"), STUB);
    Files.setPosixFilePermissions(
        home.resolve("mvnw"), PosixFilePermissions.fromString("rwxr-xr-x"));
    Path source = Files.createDirectories(home.resolve("app/src/main/java"));
    Files.writeString(home.resolve("app/pom.xml"), "<project/>");
    Files.writeString(source.resolve("A.java"), "class A {}");
    writeJar(folder.resolve("app.jar"));
  }

  private static void writeJar(Path file) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Echo.class.getName());
    String name = Echo.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest);
        InputStream type = Echo.class.getClassLoader().getResourceAsStream(name)) {
      jar.putNextEntry(new JarEntry(name));
      jar.write(type.readAllBytes());
    }
  }

  private Process start(Path launcher, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("LAUNCHER_TEST", folder.toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static Outcome end(Process process) throws IOException, InterruptedException {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), out, err);
  }

  private Outcome run(String... arguments) throws IOException, InterruptedException {
    return end(start(home.resolve("tidemark"), Map.of(), arguments));
  }

  private int builds() throws IOException {
    Path calls = folder.resolve("calls");
    return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
  }

  private List<Path> dist() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("dist"))) {
      return files.filter(Files::isDirectory).toList();
    }
  }

  @Test
  void itBuildsOnceAndHandsArgumentsOnUnderAnyLocaleFromAnyFolder() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), home.resolve("tidemark"));
    Map<String, String> locale = Map.of("LANG", "C", "LC_ALL", "C");
    Outcome first = end(start(link, locale, "say", "two words", "名前.txt", "--memory", "1g"));
    assertEquals(0, first.status(), first.err());
    assertEquals("say|two words|名前.txt|--memory|1g\n1073741824\nUTF-8\n", first.out());
    assertEquals(1, first.err().lines().count(), first.err());
    Outcome second = run("say");
    assertEquals("", second.err());
    assertEquals(1, builds());
  }

  @Test
  void anEditedSourceIsBuiltAgainAndTheFormerBuildIsKept() throws Exception {
    run("say");
    Files.writeString(home.resolve("app/src/main/java/A.java"), "class A { int edited; }");
    assertEquals(0, run("say").status());
    assertEquals(2, builds());
    assertEquals(2, dist().size(), dist().toString());
  }

  @Test
  void twoAtOnceShareOneBuild() throws Exception {
    Process one = start(home.resolve("tidemark"), Map.of(), "say");
    Process two = start(home.resolve("tidemark"), Map.of(), "say");
    assertEquals(0, end(one).status());
    assertEquals(0, end(two).status());
    assertEquals(1, builds());
  }

  @Test
  void afterAKilledBuildTheNextRunBuilds() throws Exception {
    Files.writeString(folder.resolve("kill"), "");
    assertEquals(137, run("say").status());
    Outcome next = run("say");
    assertEquals(0, next.status(), next.err());
    assertEquals(2, builds());
    assertEquals(1, dist().size(), "left behind: " + dist());
  }

  @Test
  void withoutNetworkAndWithoutABuildItSaysWhatIsMissing() throws Exception {
    Files.writeString(folder.resolve("fail"), "[ERROR] Could not transfer artifact a:b:1\n");
    Outcome outcome = run("say");
    assertEquals(1, outcome.status());
    assertTrue(outcome.err().contains("connect to the network once"), outcome.err());
    assertEquals("", outcome.out());
  }

  @Test
  void aBuildThatFailsNamesItsLog() throws Exception {
    Files.writeString(folder.resolve("fail"), "[ERROR] A.java: ';' expected\n");
    Outcome outcome = run("say");
    assertEquals(5, outcome.status());
    assertTrue(outcome.err().contains("A.java: ';' expected"), outcome.err());
    assertTrue(outcome.err().contains("dist/build.log"), outcome.err());
  }

  @Test
  void anUnusableJavaIsOneSentence() throws Exception {
    Map<String, String> nowhere = Map.of("JAVA_HOME", folder.toString());
    Outcome outcome = end(start(home.resolve("tidemark"), nowhere, "say"));
    assertEquals(1, outcome.status());
    assertEquals(1, outcome.err().lines().count(), outcome.err());
    assertTrue(outcome.err().contains("JDK 17 or newer"), outcome.err());
  }
}

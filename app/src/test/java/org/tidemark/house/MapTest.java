package org.tidemark.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tidemark.app.Terminal;
import org.tidemark.app.commands.RootCommand;

/** What ARCHITECTURE.md and README.md name exists. */
class MapTest {
  private static final Pattern QUOTED = Pattern.compile("`([^`\n]+)`");
  private static final Pattern TYPE_NAME = Pattern.compile("[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*");
  private static final Pattern DECLARED =
      Pattern.compile("(?:class|interface|record|enum)\\s+([A-Z]\\w*)");
  private static final Pattern FOLDER = Pattern.compile("[\\w./-]+/");
  private static final Pattern CALLED = Pattern.compile("\\./tidemark ([a-z][a-z-]*)");

  /** Types and folders in backticks that the tree lacks. */
  static List<String> missing(SourceFile page, List<SourceFile> tree) {
    Set<String> types = tree.stream()
        .filter(SourceFile::isJava)
        .flatMap(f -> Stream.concat(Stream.of(f.baseName()), declared(f)))
        .collect(Collectors.toSet());
    List<String> problems = new ArrayList<>();
    Matcher quoted = QUOTED.matcher(page.text());
    while (quoted.find()) {
      String name = quoted.group(1);
      boolean unknownType = TYPE_NAME.matcher(name).matches() && !types.contains(name);
      boolean unknownFolder = FOLDER.matcher(name).matches()
          && tree.stream().noneMatch(f -> ("/" + f.path()).contains("/" + name));
      if (unknownType || unknownFolder) {
        problems.add(page.path() + " names `" + name + "`, which does not exist");
      }
    }
    return problems;
  }

  /** Commands that a page calls and the command line lacks. */
  static List<String> unknownCommands(SourceFile page, Set<String> commands) {
    List<String> problems = new ArrayList<>();
    Matcher called = CALLED.matcher(page.text());
    while (called.find()) {
      if (!commands.contains(called.group(1))) {
        problems.add(
            page.path() + " calls `tidemark " + called.group(1) + "`, which is no command");
      }
    }
    return problems;
  }

  /** The command line's own word for it. */
  private static Set<String> commands() {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
    return RootCommand.commandLine(new Terminal(nowhere, nowhere, Map.of(), false, false))
        .getSubcommands()
        .keySet();
  }

  private static Stream<String> declared(SourceFile file) {
    return DECLARED.matcher(file.text()).results().map(match -> match.group(1));
  }

  @Test
  void theMapNamesWhatExists() {
    List<SourceFile> tree = SourceFile.all();
    List<String> problems = new ArrayList<>();
    for (SourceFile page : tree) {
      if (page.path().equals("ARCHITECTURE.md")) {
        problems.addAll(missing(page, tree));
      }
      if (page.path().endsWith(".md") && !page.path().equals("CHANGELOG.md")) {
        problems.addAll(unknownCommands(page, commands()));
      }
    }
    assertEquals("", String.join("\n", problems));
  }

  @Test
  void aLostTypeFolderOrCommandIsFound() {
    SourceFile page = SourceFile.of(
        "ARCHITECTURE.md", "`Trail` `Gone` `a/src/` `b/src/` `JSON` ./tidemark go ./tidemark run");
    List<SourceFile> tree = List.of(SourceFile.of("a/src/Trail.java", "final class Trail {}"));
    assertEquals(
        List.of(
            "ARCHITECTURE.md names `Gone`, which does not exist",
            "ARCHITECTURE.md names `b/src/`, which does not exist"),
        missing(page, tree));
    assertEquals(
        List.of("ARCHITECTURE.md calls `tidemark run`, which is no command"),
        unknownCommands(page, Set.of("go")));
  }
}

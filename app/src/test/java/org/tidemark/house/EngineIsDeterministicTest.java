package org.tidemark.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Engine's own classes ask nothing of the world but the files they are given: same input, same
 * answer.
 */
class EngineIsDeterministicTest {
  private static final String DATABASE = "org.tidemark.engine.embedded.Database";

  /** What is forbidden, as owner type and member, both whole patterns. */
  private static final Map<String, Pattern> FORBIDDEN = Map.of(
      "a socket",
          Pattern.compile("java\\.net\\.(?!URI|IDN|URL(De|En)coder).*|javax\\.net\\..*"
              + "|java\\.nio\\.channels\\.(Async.*)?(Server)?Socket.*"),
      "a process", Pattern.compile("java\\.lang\\.Process.*|java\\.lang\\.Runtime\\.exec"),
      "the clock",
          Pattern.compile("java\\.time\\.\\w+\\.now|java\\.time\\.Clock\\..*"
              + "|java\\.lang\\.System\\.(currentTimeMillis|nanoTime)"
              + "|java\\.util\\.(Date|GregorianCalendar)\\.<init>"),
      "randomness",
          Pattern.compile("java\\.util\\.(Random|SplittableRandom)\\..*"
              + "|java\\.util\\.random\\..*|java\\.security\\.SecureRandom\\..*"
              + "|java\\.util\\.UUID\\.randomUUID|java\\.lang\\.Math\\.random"
              + "|java\\.util\\.concurrent\\.ThreadLocalRandom\\..*"
              + "|java\\.util\\.Collections\\.shuffle|java\\.nio\\.file\\.Files\\.createTemp.*"),
      "the environment",
          Pattern.compile("java\\.lang\\.System\\.(getenv|getProperty|setProperty)"
              + "|java\\.util\\.Locale\\.getDefault|java\\.time\\.ZoneId\\.systemDefault"),
      "the terminal", Pattern.compile("java\\.lang\\.System\\.(out|err|in|exit)"),
      "the common pool",
          Pattern.compile("java\\.util\\.Collection\\.parallelStream|.*Stream\\.parallel"
              + "|java\\.util\\.concurrent\\.ForkJoinPool\\..*"));

  static Set<String> problems(Iterable<JavaClass> classes) {
    Set<String> problems = new TreeSet<>();
    for (JavaClass type : classes) {
      for (JavaAccess<?> access : type.getAccessesFromSelf()) {
        String used =
            access.getTargetOwner().getFullName() + "." + access.getTarget().getName();
        FORBIDDEN.forEach((what, pattern) -> {
          if (pattern.matcher(used).matches()) {
            problems.add(type.getName() + " uses " + what + ": " + used);
          }
        });
      }
      for (JavaField field : type.getFields()) {
        Set<JavaModifier> modifiers = field.getModifiers();
        if (modifiers.contains(JavaModifier.STATIC) && !modifiers.contains(JavaModifier.FINAL)) {
          problems.add(type.getName() + " keeps static state: " + field.getName());
        }
      }
    }
    return problems;
  }

  /** JDBC stays in the embedded engine's package, and one class there opens connections. */
  static Set<String> sqlOutsideTheDatabase(Iterable<JavaClass> classes) {
    Set<String> problems = new TreeSet<>();
    for (JavaClass type : classes) {
      boolean inside = type.getPackageName().equals("org.tidemark.engine.embedded");
      boolean database = type.getName().split("\\$")[0].equals(DATABASE);
      type.getDirectDependenciesFromSelf().stream()
          .map(d -> d.getTargetClass().getName())
          .filter(name -> name.startsWith("java.sql.") || name.startsWith("org.duckdb."))
          .filter(name -> name.startsWith("java.sql.Driver") ? !database : !inside)
          .forEach(name -> problems.add(type.getName() + " uses " + name));
    }
    return problems;
  }

  private static JavaClasses engine() {
    JavaClasses all = new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .withImportOption(location -> !location.contains("-tests.jar"))
        .importPackages("org.tidemark");
    Predicate<JavaClass> ours = type -> Stream.of("app", "drill", "house", "spark", "testing")
        .noneMatch(leaf -> type.getPackageName().startsWith("org.tidemark." + leaf));
    return all.that(new DescribedPredicate<>("classes of engine") {
      @Override
      public boolean test(JavaClass type) {
        return ours.test(type);
      }
    });
  }

  @Test
  void engineAsksNothingOfTheWorld() {
    assertEquals("", String.join("\n", problems(engine())));
  }

  @Test
  void oneClassAloneReachesTheRowStore() {
    assertEquals("", String.join("\n", sqlOutsideTheDatabase(engine())));
  }

  @Test
  void sqlElsewhereIsFound() {
    assertEquals(
        Set.of(
            "org.tidemark.house.samples.engine.OpensTheStore uses java.sql.Connection",
            "org.tidemark.house.samples.engine.OpensTheStore uses java.sql.DriverManager",
            "org.tidemark.house.samples.engine.OpensTheStore uses java.sql.SQLException"),
        sqlOutsideTheDatabase(
            new ClassFileImporter().importPackages("org.tidemark.house.samples.engine")));
  }

  @Test
  void aClassThatAsksTheWorldIsFound() {
    String impure = "org.tidemark.house.samples.engine.Impure";
    assertEquals(
        Set.of(
            impure + " keeps static state: calls",
            impure + " uses the clock: java.time.Instant.now",
            impure + " uses the environment: java.lang.System.getenv",
            impure + " uses the terminal: java.lang.System.out"),
        problems(new ClassFileImporter().importPackages("org.tidemark.house.samples.engine")));
  }
}

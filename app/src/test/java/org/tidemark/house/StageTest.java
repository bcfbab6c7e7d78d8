package org.tidemark.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A stage uses earlier stages only, and of an engine the seam alone. */
class StageTest {
  private static final String ROOT = "org.tidemark";

  /** What each package of ours may use of the others; sub-packages count with their stage. */
  private static final Map<String, Set<String>> MAY_USE = Map.of(
      "engine", Set.of(),
      "casefile", Set.of("engine"),
      "evidence", Set.of("engine", "casefile"),
      "trail", Set.of("engine", "casefile", "evidence"),
      "exposure", Set.of("engine", "casefile", "evidence", "trail"),
      "people", Set.of("engine", "casefile", "evidence", "trail", "exposure"),
      "investigation", Set.of("engine", "casefile", "evidence", "trail", "exposure", "people"),
      "drill", Set.of(),
      "app",
          Set.of(
              "engine",
              "casefile",
              "evidence",
              "trail",
              "exposure",
              "people",
              "investigation",
              "drill"));

  static Set<String> problems(JavaClasses classes, String root) {
    Set<String> problems = new TreeSet<>();
    for (JavaClass type : classes) {
      String from = stage(type, root);
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        String to = stage(target, root);
        if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
          continue;
        }
        boolean belowTheSeam = to.equals("engine")
            && !from.equals("app")
            && !target.getPackageName().equals(root + ".engine");
        if (belowTheSeam || !MAY_USE.getOrDefault(from, Set.of()).contains(to)) {
          problems.add(
              from + " uses " + to + ": " + type.getSimpleName() + " → " + target.getSimpleName());
        }
      }
    }
    return problems;
  }

  private static String stage(JavaClass type, String root) {
    String name = type.getPackageName();
    return name.startsWith(root + ".") ? name.substring(root.length() + 1).split("\\.")[0] : "";
  }

  @Test
  void everyStageUsesEarlierStagesOnly() {
    JavaClasses ours = new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .withImportOption(location -> !location.contains("-tests.jar"))
        .importPackages(ROOT);
    assertEquals("", String.join("\n", problems(ours, ROOT)));
  }

  @Test
  void aCaseFileThatKnowsTheTrailIsFound() {
    JavaClasses samples = new ClassFileImporter().importPackages(ROOT + ".house.samples");
    assertEquals(
        Set.of("casefile uses trail: KnowsTooMuch → Later"),
        problems(samples, ROOT + ".house.samples"));
  }
}

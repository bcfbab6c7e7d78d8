package org.tidemark.investigation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tidemark.testing.Project;

class FormatsPageTest {
  private static final String REWRITE = "tidemark.rewrite";

  @Test
  void thePageSaysWhatTheSchemaClassesSay() throws IOException {
    Path file = Project.root().resolve("docs/reference/formats.md");
    String made = new FormatsPage().make();
    if (Boolean.getBoolean(REWRITE)) {
      Files.createDirectories(file.resolveSibling("."));
      Files.writeString(file, made);
    }
    assertEquals(
        made,
        Files.exists(file) ? Files.readString(file) : "",
        "docs/reference/formats.md is not what the schema classes say; write it anew with -D"
            + REWRITE + "=true");
  }
}

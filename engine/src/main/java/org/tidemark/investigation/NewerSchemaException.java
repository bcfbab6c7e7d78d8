package org.tidemark.investigation;

import java.nio.file.Path;
import org.tidemark.engine.TableSchema;

/** A file was made by a newer Tidemark; reading on could give a wrong answer. */
public final class NewerSchemaException extends Exception {
  private static final long serialVersionUID = 1L;

  NewerSchemaException(Path file, int schema) {
    super(file + ": schema " + schema + " is newer than this Tidemark reads (" + TableSchema.SCHEMA
        + "). Use the Tidemark that wrote it, or a newer one; or move the folder away.");
  }
}

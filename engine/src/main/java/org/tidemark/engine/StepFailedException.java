package org.tidemark.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A step threw: a defect of Tidemark, exit status 5. Names the step, the unit by its index and
 * content, and the types and places of what was thrown. The messages of what was thrown are left
 * out, since a parser may have put a value of the evidence into them.
 */
public final class StepFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Causes of causes that are named; a loop of causes ends here. */
  private static final int MAX_CAUSES = 8;

  private final int unitIndex;

  private StepFailedException(String message, int unitIndex, StackTraceElement[] where) {
    super(message);
    this.unitIndex = unitIndex;
    setStackTrace(where);
  }

  /** What {@code thrown} becomes when {@code step} threw it on {@code unit}. */
  public static StepFailedException of(Step<?> step, WorkUnit unit, Throwable thrown) {
    List<String> types = new ArrayList<>();
    List<StackTraceElement> where = new ArrayList<>();
    Throwable cause = thrown;
    for (int i = 0; i < MAX_CAUSES && cause != null; i++, cause = cause.getCause()) {
      types.add(cause.getClass().getName());
      where.addAll(Arrays.asList(cause.getStackTrace()));
    }
    String content = unit.content().isEmpty() ? "not hashed yet" : unit.content();
    String message = "step `" + step.id() + "` failed on unit " + unit.index() + " (content "
        + content + ", bytes " + unit.from() + " to " + unit.to() + "): "
        + String.join(" caused by ", types)
        + ". This is a defect of Tidemark; the other units are not at fault.";
    return new StepFailedException(message, unit.index(), where.toArray(new StackTraceElement[0]));
  }

  /** {@link WorkUnit#index()} of the unit. */
  public int unitIndex() {
    return unitIndex;
  }
}

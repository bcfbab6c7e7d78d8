package org.tidemark.app.commands;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.investigation.Investigation.Stage;
import org.tidemark.investigation.Investigation.StageListener;
import org.tidemark.investigation.RunReport.StageRun;

/** Times the stages for run.json. */
final class StageTimes implements StageListener {
  private final List<StageRun> runs = new ArrayList<>();
  private long beganNanos;

  @Override
  public void began(Stage stage) {
    beganNanos = System.nanoTime();
  }

  @Override
  public void ended(Stage stage, String key, boolean reused, long units, long bytes) {
    double seconds = (System.nanoTime() - beganNanos) / 1_000_000 / 1000.0;
    runs.add(new StageRun(stage.id(), key, reused, seconds, units, bytes));
  }

  /** The stages that ended, in order. */
  List<StageRun> runs() {
    return List.copyOf(runs);
  }
}

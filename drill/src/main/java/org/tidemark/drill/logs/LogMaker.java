package org.tidemark.drill.logs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import org.tidemark.drill.files.FilePlan;
import org.tidemark.drill.world.Timeline;
import org.tidemark.drill.world.World;

/** Writes the logs of a drill day by day; one day's records are in memory at a time. */
public final class LogMaker {
  private LogMaker() {}

  /**
   * Writes all logs below {@code folder}.
   *
   * @param hard whether ordinary work is also that which looks like an intruder's
   * @param truth is told every true hop and host
   * @param dayDone is called after each day with its number, from 0
   * @return successful logons written
   */
  public static long make(
      long seed,
      boolean hard,
      World world,
      Timeline timeline,
      FilePlan files,
      Path folder,
      TrailTruth truth,
      IntConsumer dayDone)
      throws IOException {
    LogDay day = new LogDay(world);
    OrdinaryWork ordinary = new OrdinaryWork(seed, world, timeline, files, day, truth);
    ServerWork servers = new ServerWork(seed, world, timeline, files, day, ordinary, truth);
    HardWork hardWork = new HardWork(seed, world, timeline, day, ordinary, truth);
    Intrusion intrusion = new Intrusion(seed, world, timeline, files, day, truth);
    try (LogFiles out = new LogFiles(folder, timeline, world.machineCount())) {
      for (int date = 0; date < timeline.days(); date++) {
        ordinary.add(date);
        servers.add(date);
        if (hard) {
          hardWork.add(date);
        }
        intrusion.add(date);
        out.write(date, day.take());
        dayDone.accept(date);
      }
    }
    return day.logons();
  }

  /** The malware's path, an indicator of the case. */
  public static String malware() {
    return Intrusion.MALWARE;
  }
}

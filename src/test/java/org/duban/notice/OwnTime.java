package org.duban.notice;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/** How long some work keeps a processor busy, whatever other programs run beside it. */
public final class OwnTime {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private OwnTime() {}

  /** The time of the thread that does it, and of no other. */
  public static Duration of(Runnable work) {
    long start = THREADS.getCurrentThreadCpuTime();
    work.run();
    return Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);
  }

  /** The shortest of so many times. */
  static Duration shortestOf(int runs, Runnable work) {
    Duration shortest = of(work);
    for (int run = 1; run < runs; run++) {
      Duration next = of(work);
      shortest = next.compareTo(shortest) < 0 ? next : shortest;
    }
    return shortest;
  }
}

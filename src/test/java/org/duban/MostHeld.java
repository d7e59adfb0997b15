package org.duban;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** How much memory some work needs: looks again and again at what can't be collected. */
public final class MostHeld {

  private static final long PAUSE = Duration.ofMillis(500).toNanos();

  private MostHeld() {}

  /** Bytes by which what the program holds grew at most while the work was done. */
  public static long during(Runnable work) throws InterruptedException {
    long before = held();
    AtomicLong most = new AtomicLong(before);
    AtomicBoolean done = new AtomicBoolean();
    Thread watcher =
        new Thread(
            () -> {
              while (!done.get()) {
                most.accumulateAndGet(held(), Math::max);
                // everything stands still while it looks
                LockSupport.parkNanos(PAUSE);
              }
            });
    watcher.start();
    try {
      work.run();
    } finally {
      done.set(true);
      watcher.join();
    }
    return most.get() - before;
  }

  /** As the collector itself counted, whatever others have asked for since. */
  private static long held() {
    System.gc();
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
        .mapToLong(pool -> pool.getCollectionUsage().getUsed())
        .sum();
  }
}

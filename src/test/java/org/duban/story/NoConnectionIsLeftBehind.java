package org.duban.story;

import java.util.List;

/** When everybody has their answer, the pool has all its connections back. */
final class NoConnectionIsLeftBehind implements Witness {

  private static final long PATIENCE_IN_NANOS = 2_000_000_000L;

  /** What earlier faults have lost for good. */
  private int lost;

  @Override
  public List<String> against(Scene scene) {
    var pool = scene.program().pool().getHikariPoolMXBean();
    long until = System.nanoTime() + PATIENCE_IN_NANOS;
    while (pool.getActiveConnections() > lost && System.nanoTime() < until) {
      Thread.onSpinWait();
    }
    int kept = pool.getActiveConnections();
    List<String> words = kept > lost ? List.of("still out: " + kept + " connections") : List.of();
    lost = kept;
    return words;
  }
}

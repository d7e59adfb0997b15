package org.duban;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Keeps nothing of what is written to it, and looks now and then at what the program holds. */
public final class HeapAtRest extends OutputStream {

  private final Runtime runtime = Runtime.getRuntime();
  private final int step;
  private final List<Long> used = new ArrayList<>();
  private long written;

  /**
   * @param step after how many bytes it looks again
   */
  public HeapAtRest(int step) {
    this.step = step;
    look();
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    written += length;
    if (written > (long) step * used.size()) {
      look();
    }
  }

  private void look() {
    System.gc();
    used.add(runtime.totalMemory() - runtime.freeMemory());
  }

  /** How much more was held at most than before anything was written. */
  public long growth() {
    if (used.size() < 4) {
      throw new AssertionError("only " + written + " bytes were written");
    }
    return Collections.max(used) - used.get(0);
  }
}

package org.duban.programme;

import java.util.List;
import org.duban.notice.Flag;

/** A draft has flags that must be settled before it can be registered. Nothing was stored. */
public class DraftNotRegistrable extends RuntimeException {

  private final transient List<Flag> flags;

  DraftNotRegistrable(List<Flag> flags) {
    super("清单有 " + flags.size() + " 处须先核实，未立项。");
    this.flags = List.copyOf(flags);
  }

  public List<Flag> flags() {
    return flags;
  }
}

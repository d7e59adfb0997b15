package org.duban.story;

import java.util.List;

/** Says what is never so, whatever happened. */
interface Witness {

  /** What contradicts it, in words; nothing when all is well. */
  List<String> against(Scene scene);

  /** Whether it costs so much that it's asked only now and then. */
  default boolean dear() {
    return false;
  }

  default String name() {
    return getClass().getSimpleName();
  }
}

package org.duban.story;

import java.util.List;

/** An invented list and what becomes of it. */
record Story(long seed, InventedList list, List<Step> steps) {

  Story {
    steps = List.copyOf(steps);
  }

  Story with(List<Step> others) {
    return new Story(seed, list, others);
  }
}

package org.duban.escalation;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/** As many invented courses of events as {@link SchedulesTest} has no time for. */
class SchedulesFuzz {

  @Property(tries = 100_000, shrinking = ShrinkingMode.OFF)
  void noRungIsSkippedRepeatedEarlyOrToldToAUnitThatHeldNothing(
      @ForAll @IntRange(max = SchedulesTest.CALENDARS - 1) int calendar, @ForAll long seed) {
    SchedulesTest.compare(calendar, seed);
  }
}

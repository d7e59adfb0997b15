package org.duban.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/**
 * Invented courses of events, on invented calendars: reports in time and late, objections and
 * returns, extensions, suspensions, and days on which the program was down. What the sheet tells is
 * compared with what a clerk would tell who, at every tick, counts the working days one by one and
 * looks up who has the paper on the desk.
 */
class SchedulesTest {

  static final int CALENDARS = 60;
  private static final List<AnyCalendar> CALENDAR =
      IntStream.range(0, CALENDARS).mapToObj(AnyCalendar::of).toList();

  /** {@link SchedulesFuzz} tries twenty times as many. */
  @Property(tries = 5_000, shrinking = ShrinkingMode.OFF)
  void noRungIsSkippedRepeatedEarlyOrToldToAUnitThatHeldNothing(
      @ForAll @IntRange(max = CALENDARS - 1) int calendar, @ForAll long seed) {
    compare(calendar, seed);
  }

  static void compare(int calendar, long seed) {
    InventedCase fate = new InventedCase(CALENDAR.get(calendar), seed);
    PaperSheet sheet = new PaperSheet(fate);
    Clerk clerk = new Clerk(fate);

    fate.live(new Both(sheet, clerk));

    assertThat(sheet.told).containsExactlyInAnyOrderElementsOf(clerk.told);
    assertThat(sheet.told).doesNotHaveDuplicates();
  }

  /** Were the invented fates dull, the property would say nothing. */
  @Test
  void theInventedFatesReachEveryRungOfBothLadders() {
    List<Told> told =
        IntStream.range(0, 300)
            .mapToObj(seed -> new InventedCase(CALENDAR.get(seed % CALENDARS), seed))
            .flatMap(
                fate -> {
                  Clerk clerk = new Clerk(fate);
                  fate.live(clerk);
                  return clerk.told.stream();
                })
            .toList();

    assertThat(told)
        .extracting(one -> one.term() + " " + one.rung())
        .contains(
            "MILESTONE REMINDER",
            "MILESTONE WARNING",
            "MILESTONE LEVEL_1",
            "MILESTONE LEVEL_2",
            "MILESTONE LEVEL_3",
            "SIGN_OFF REMINDER",
            "SIGN_OFF LEVEL_1");
  }

  private record Both(InventedCase.Watchers one, InventedCase.Watchers other)
      implements InventedCase.Watchers {

    @Override
    public void opened(LocalDate today) {
      one.opened(today);
      other.opened(today);
    }

    @Override
    public void desksChanged(LocalDate today) {
      one.desksChanged(today);
      other.desksChanged(today);
    }

    @Override
    public void redated(LocalDate to, LocalDate today) {
      one.redated(to, today);
      other.redated(to, today);
    }

    @Override
    public void suspended() {
      one.suspended();
      other.suspended();
    }

    @Override
    public void resumed(int workingDays) {
      one.resumed(workingDays);
      other.resumed(workingDays);
    }

    @Override
    public void tick(LocalDate day, boolean morning) {
      one.tick(day, morning);
      other.tick(day, morning);
    }
  }
}

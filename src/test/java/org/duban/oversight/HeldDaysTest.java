package org.duban.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.duban.calendar.WorkingCalendar;
import org.duban.oversight.HeldDays.Held;
import org.duban.oversight.HeldDays.Holding;
import org.duban.oversight.HeldDays.Nobodys;
import org.duban.oversight.HeldDays.Span;
import org.duban.programme.Role;
import org.junit.jupiter.api.Test;

class HeldDaysTest {

  private static final WorkingCalendar CALENDAR = WorkingCalendar.load();
  private static final LocalDate JUNE = LocalDate.of(2021, 6, 30);

  private final HeldDays days = new HeldDays(CALENDAR::isWorkingDay);

  private static Holding held(String holder, Role role, String after, String upTo) {
    return new Holding(holder, role, span(after, upTo), null, List.of());
  }

  private static Span span(String after, String upTo) {
    return new Span(LocalDate.parse("2021-" + after), LocalDate.parse("2021-" + upTo));
  }

  @Test
  void theDaysAreThoseOfWhoeverHadItAndNotOfWhoDidTheirPart() {
    assertThat(
            days.of(
                List.of(
                    held("scjg", Role.LEAD, "06-21", "06-25"),
                    held("czjr", Role.SUPPORT, "06-25", "07-06"),
                    held("ga", Role.SUPPORT, "06-25", "06-28"),
                    held("supervising-office", Role.OFFICE, "07-06", "07-07")),
                Nobodys.NONE,
                JUNE))
        .containsExactly(
            new Held("scjg", Role.LEAD, 4, 0),
            new Held("czjr", Role.SUPPORT, 7, 4),
            new Held("ga", Role.SUPPORT, 1, 0),
            new Held("supervising-office", Role.OFFICE, 1, 1));
  }

  @Test
  void theDragonBoatFestivalIsNobodysDay() {
    assertThat(days.of(List.of(held("scjg", Role.LEAD, "06-11", "06-15")), Nobodys.NONE, JUNE))
        .containsExactly(new Held("scjg", Role.LEAD, 1, 0));
  }

  @Test
  void suspendedDaysAndDaysThatAnExtensionGrantedAreNobodys() {
    Nobodys nobodys = new Nobodys(List.of(span("06-21", "06-25")), List.of(span("06-30", "07-09")));

    assertThat(
            days.of(
                List.of(held("scjg", Role.LEAD, "06-18", "07-13")),
                nobodys,
                LocalDate.of(2021, 7, 9)))
        .containsExactly(new Held("scjg", Role.LEAD, 6, 2));
  }

  @Test
  void aSignOffIsLateFromItsOwnDayOnWhateverTheMilestonesDayIs() {
    LocalDate december = LocalDate.of(2021, 12, 31);
    assertThat(days.of(List.of(signOff("06-16", "06-28", "06-23")), Nobodys.NONE, december))
        .containsExactly(new Held("czjr", Role.SUPPORT, 8, 3));
    assertThat(days.of(List.of(signOff("06-28", "07-05", "07-05")), Nobodys.NONE, JUNE))
        .as("signed in time, though the milestone was late")
        .containsExactly(new Held("czjr", Role.SUPPORT, 5, 0));
    assertThat(
            days.of(
                List.of(
                    signOff("06-01", "06-09", "06-08"),
                    signOff("06-10", "06-16", "06-18"),
                    signOff("06-16", "06-25", "06-23")),
                Nobodys.NONE,
                december))
        .as("asked three times, each time with days of its own")
        .containsExactly(new Held("czjr", Role.SUPPORT, 16, 3));
  }

  @Test
  void noExtensionGivesASignOffDaysButASuspensionDoes() {
    Nobodys nobodys = new Nobodys(List.of(span("07-07", "07-09")), List.of(span("06-30", "07-30")));

    assertThat(days.of(List.of(signOff("06-28", "07-13", "07-05")), nobodys, JUNE))
        .containsExactly(new Held("czjr", Role.SUPPORT, 9, 4));
  }

  @Test
  void whatWasLateBeforeASuspensionStaysLateByTheMovedDay() {
    Nobodys nobodys = new Nobodys(List.of(span("07-07", "07-14")), List.of());
    List<Span> late = Span.listOf("2021-06-30 2021-07-07");
    Span held = span("06-28", "07-16");

    assertThat(
            days.of(
                List.of(new Holding("scjg", Role.LEAD, held, null, late)),
                nobodys,
                LocalDate.of(2021, 7, 7)))
        .containsExactly(new Held("scjg", Role.LEAD, 9, 7));
    assertThat(Span.listOf(null)).isEmpty();
  }

  private static Holding signOff(String after, String upTo, String due) {
    return new Holding(
        "czjr", Role.SUPPORT, span(after, upTo), LocalDate.parse("2021-" + due), List.of());
  }

  @Test
  void twoObjectionsToResolveOnOneDayAreOneDay() {
    assertThat(
            days.of(
                List.of(
                    held("scjg", Role.LEAD, "07-01", "07-05"),
                    held("scjg", Role.LEAD, "07-02", "07-06")),
                Nobodys.NONE,
                JUNE))
        .containsExactly(new Held("scjg", Role.LEAD, 3, 3));
  }

  @Property
  void whoeverHandsItOnSplitsTheDaysAndLosesNone(
      @ForAll @IntRange(max = 200) int first, @ForAll @IntRange(max = 200) int second) {
    LocalDate from = LocalDate.of(2021, 5, 20);
    LocalDate handedOn = from.plusDays(first);
    LocalDate end = handedOn.plusDays(second);

    List<Held> held =
        days.of(
            List.of(
                new Holding("scjg", Role.LEAD, new Span(from, handedOn), null, List.of()),
                new Holding("czjr", Role.SUPPORT, new Span(handedOn, end), null, List.of())),
            Nobodys.NONE,
            JUNE);

    assertThat(held.stream().mapToInt(Held::workingDays).sum())
        .isEqualTo(CALENDAR.workingDaysBetween(from, end));
  }
}

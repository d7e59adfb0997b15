package org.duban.workflow.rehearsal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import org.duban.calendar.WorkingCalendar;
import org.duban.notice.Draft;
import org.duban.notice.DraftMilestone;

/** The first and the last day of a rehearsal. */
public record RehearsalPeriod(LocalDate from, LocalDate to) {

  /** The last rung of the ladder comes within so many working days after a due day. */
  private static final int LADDER = 15;

  private static final int LONGEST_YEARS = 6;

  /**
   * The days ordered, or else the first day of the list's year, and the day by which the last
   * deadline of that year, or of the list, has climbed the whole ladder.
   *
   * @throws RehearsalRefused when the last day comes before the first, or years after it
   */
  public static RehearsalPeriod of(RehearsalOrder order, Draft draft, WorkingCalendar calendar) {
    LocalDate from = order.from() == null ? LocalDate.of(draft.year(), 1, 1) : order.from();
    LocalDate to =
        order.to() == null ? calendar.plusWorkingDays(lastDue(draft), LADDER) : order.to();
    if (to.isBefore(from)) {
      throw new RehearsalRefused("最后一天 " + to + " 早于第一天 " + from + "。");
    }
    if (to.isAfter(from.plusYears(LONGEST_YEARS))) {
      throw new RehearsalRefused(
          "从 " + from + " 到 " + to + " 超过 " + LONGEST_YEARS + " 年，请用 --from 和 --to 缩短。");
    }
    return new RehearsalPeriod(from, to);
  }

  private static LocalDate lastDue(Draft draft) {
    LocalDate yearEnd = LocalDate.of(draft.year(), 12, 31);
    return draft.projects().stream()
        .flatMap(project -> project.milestones().stream())
        .map(DraftMilestone::due)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .filter(yearEnd::isBefore)
        .orElse(yearEnd);
  }
}

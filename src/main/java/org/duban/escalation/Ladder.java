package org.duban.escalation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.duban.calendar.WorkingCalendar;

/**
 * Where on the ladder an obligation stands on a day, and when that changes next. Of several units
 * that hold an obligation together, the one that the policy is strictest with counts.
 */
final class Ladder {

  /** How far past its due day an obligation is looked at: half a year of working days. */
  private static final int HORIZON = 130;

  private static final Comparator<Verdict> STRICTEST =
      Comparator.comparing(Verdict::rung).thenComparing(Verdict::light);

  private final DeadlinePolicy policy;
  private final WorkingCalendar calendar;

  Ladder(DeadlinePolicy policy, WorkingCalendar calendar) {
    this.policy = policy;
    this.calendar = calendar;
  }

  Verdict on(LocalDate day, Obligation obligation) {
    return ask(obligation, workingDays(day, obligation));
  }

  /** What the policy is asked with on that day. */
  int workingDays(LocalDate day, Obligation obligation) {
    return calendar.workingDaysTo(obligation.countedFrom(), day);
  }

  /** The first day after {@code day} with another verdict; empty when there is none in sight. */
  Optional<LocalDate> nextChange(LocalDate day, Obligation obligation) {
    int today = workingDays(day, obligation);
    Verdict now = ask(obligation, today);
    for (int later = today + 1; later <= Math.max(today, 0) + HORIZON; later++) {
      if (!ask(obligation, later).equals(now)) {
        return Optional.of(calendar.firstDayWith(obligation.countedFrom(), later));
      }
    }
    return Optional.empty();
  }

  private Verdict ask(Obligation obligation, int workingDays) {
    return obligation.classes().stream()
        .map(
            one ->
                new Situation(
                    obligation.term(),
                    obligation.kind(),
                    workingDays,
                    obligation.waitingFor(),
                    one))
        .map(policy::decide)
        .max(STRICTEST)
        .orElseThrow();
  }
}

package org.duban.escalation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.duban.calendar.WorkingCalendar;
import org.duban.notice.MilestoneKind;
import org.duban.programme.Role;

/**
 * Where on the ladder a milestone stands on a day, and when that changes next. Asks the policy once
 * for each distinct combination of inputs.
 */
final class Ladder {

  /** How far past its due day a milestone is looked at: half a year of working days. */
  private static final int HORIZON = 130;

  private record Question(MilestoneKind kind, int workingDays, Role waitingFor) {}

  private final DeadlinePolicy policy;
  private final WorkingCalendar calendar;
  private final Map<Question, Verdict> answers = new HashMap<>();

  Ladder(DeadlinePolicy policy, WorkingCalendar calendar) {
    this.policy = policy;
    this.calendar = calendar;
  }

  Verdict on(LocalDate day, MilestoneKind kind, LocalDate due, Role waitingFor) {
    return ask(kind, calendar.workingDaysTo(due, day), waitingFor);
  }

  /** The first day after {@code day} with another verdict; empty when there is none in sight. */
  Optional<LocalDate> nextChange(
      LocalDate day, MilestoneKind kind, LocalDate due, Role waitingFor) {
    int today = calendar.workingDaysTo(due, day);
    Verdict now = ask(kind, today, waitingFor);
    for (int later = today + 1; later <= Math.max(today, 0) + HORIZON; later++) {
      if (!ask(kind, later, waitingFor).equals(now)) {
        return Optional.of(calendar.firstDayWith(due, later));
      }
    }
    return Optional.empty();
  }

  private Verdict ask(MilestoneKind kind, int workingDays, Role waitingFor) {
    return answers.computeIfAbsent(
        new Question(kind, workingDays, waitingFor),
        question -> policy.decide(kind, workingDays, waitingFor));
  }
}

package org.duban.escalation;

import java.time.LocalDate;
import java.util.List;
import org.duban.notice.MilestoneKind;
import org.duban.programme.Role;

/**
 * Something owed by a day, as the sheet finds it.
 *
 * @param holder whose term it is; empty for that of the milestone, which whoever has it in hand
 *     owes
 * @param round counts the reports asked for: more than 1 after a return
 * @param holders who has it in hand now; nobody when they did their part of a term of their own
 */
record Watched(
    String milestoneId,
    Term term,
    String holder,
    String tenantId,
    String programmeId,
    String projectId,
    MilestoneKind kind,
    Course course,
    LocalDate milestoneDue,
    int round,
    String number,
    String title,
    List<Holder> holders) {

  Watched {
    holders = List.copyOf(holders);
  }

  /** In the order of the work: what the lead owes comes before what others owe after it. */
  Role waitingFor() {
    return holders.stream()
        .map(holder -> holder.duty().role())
        .min(Role::compareTo)
        .orElse(Role.LEAD);
  }

  /** The codes of those who have it in hand, each once. */
  List<String> holderCodes() {
    return holders.stream().map(Holder::code).distinct().toList();
  }

  /** Names the rung of this ladder; what bears the same name is told once. */
  String occasionOf(Rung rung) {
    String own = term == Term.MILESTONE ? "" : "/" + term + "/" + holder;
    LocalDate from = course.countedFrom();
    String late = from.equals(course.due()) ? "" : "/" + from;
    return milestoneId + own + "/" + course.due() + late + "/" + rung;
  }
}

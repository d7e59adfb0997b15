package org.duban.oversight.ladder;

import java.time.LocalDate;
import org.duban.escalation.Light;

/**
 * Something owed by a day, as pages show it.
 *
 * @param term MILESTONE for the date of the milestone itself
 * @param label as people call it
 * @param holder null for the date of the milestone, which whoever has it in hand owes
 * @param since null for the date of the milestone
 * @param workingDays to the day when negative, 0 on the last working day, past it when positive
 * @param overdue working days past the day, none while it is suspended
 * @param task the engine's, null for what is no task of its own
 */
public record TermRow(
    String term,
    String label,
    String holder,
    String holderName,
    LocalDate since,
    LocalDate due,
    boolean suspended,
    int workingDays,
    int overdue,
    Light light,
    String task) {}

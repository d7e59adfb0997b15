package org.duban.workflow.work;

import java.time.LocalDate;
import java.util.List;
import org.duban.escalation.Light;

/**
 * A sign-off that waits for the reader's department.
 *
 * @param due its own day
 * @param standing how far that day is gone, in words
 * @param light of that day, which is no doubt about the report
 * @param department its name, where the reader belongs to several
 * @param figures actual against target, a line each
 * @param doubts why it isn't ticked in advance; empty for an unobjectionable one
 */
public record WaitingSignOff(
    String task,
    String milestone,
    String item,
    String kind,
    LocalDate due,
    String standing,
    LocalDate milestoneDue,
    Light light,
    String department,
    String leads,
    String narrative,
    Integer percent,
    List<String> figures,
    List<String> doubts) {

  boolean unobjectionable() {
    return doubts.isEmpty();
  }
}

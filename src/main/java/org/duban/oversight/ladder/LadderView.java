package org.duban.oversight.ladder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.duban.escalation.Prospect;
import org.duban.oversight.milestone.MilestoneRow;

/**
 * The ladder of one milestone in words.
 *
 * @param terms the days that run, with whose they are
 * @param happened reminders, warnings and escalations with what people answered, the oldest first
 * @param ahead what comes next, and when, if nobody acts
 */
public record LadderView(
    MilestoneRow milestone, List<TermRow> terms, List<Past> happened, List<Coming> ahead) {

  record Past(Instant at, String label, String text) {}

  record Coming(
      LocalDate on, String rung, String label, String light, List<String> recipients, String text) {

    static Coming of(Prospect prospect) {
      return new Coming(
          prospect.on(),
          prospect.rung().name(),
          prospect.rung().label(),
          prospect.light().name(),
          prospect.recipients(),
          prospect.sentence());
    }
  }
}

package org.duban.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duban.DubanTest;
import org.duban.oversight.TrailReference.Days;
import org.duban.oversight.TrailReference.Obligation;
import org.duban.oversight.milestone.Attribution;
import org.duban.oversight.milestone.MilestoneFilter;
import org.duban.oversight.milestone.MilestoneRow;
import org.duban.oversight.milestone.Overview;
import org.duban.programme.MilestoneState;
import org.duban.security.Caller;
import org.duban.workflow.Office;
import org.duban.workflow.RehearsedYear;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The year that all figures are compared over, and the reference they are compared with. */
@DubanTest
class RehearsedYearTest {

  @Autowired private RehearsedYear year;
  @Autowired private TrailReference reference;
  @Autowired private Overview overview;
  @Autowired private Attribution attribution;
  @Autowired private Clock clock;

  private String programme;

  @BeforeEach
  void itHasRun() {
    programme = year.run().id();
  }

  @Test
  void everyStandingAndEveryWaitIsThere() {
    assertThat(ordinalsByStanding(RehearsedYear.END))
        .containsOnlyKeys("AHEAD", "ON_TIME", "LATE", "ON_TRACK", "BEHIND", "WITHDRAWN")
        .containsEntry("AHEAD", List.of(11, 12, 13, 17, 18, 19, 22))
        .containsEntry("ON_TIME", List.of(1, 2, 3, 5, 6, 7, 13))
        .containsEntry("LATE", List.of(9, 13, 14, 17, 19))
        .containsEntry("ON_TRACK", List.of(8))
        .containsEntry("BEHIND", List.of(4, 6, 15, 16, 20, 21))
        .containsEntry("WITHDRAWN", List.of(10));
    assertThat(ordinalsByStanding("2021-08-10 09:00")).containsEntry("SUSPENDED", List.of(8));
    assertThat(
            at(RehearsedYear.END).stream()
                .filter(one -> one.standing().equals("BEHIND"))
                .map(Obligation::state))
        .contains("REPORTING", "SIGN_OFF", "REVIEW");
  }

  @Test
  void theTrailSaysWhatTheTablesSay() {
    List<MilestoneRow> rows =
        overview.list(MilestoneFilter.ANY, 0, 100, Caller.system()).content().stream()
            .filter(row -> row.due() != null)
            .toList();
    Map<String, Obligation> trailed =
        at(RehearsedYear.END).stream()
            .collect(Collectors.toMap(Obligation::id, Function.identity()));

    assertThat(rows).hasSameSizeAs(trailed.entrySet()).hasSizeGreaterThan(26);
    for (MilestoneRow row : rows) {
      Obligation one = trailed.get(row.id());
      assertThat(one.state()).as(row.id()).isEqualTo(row.state().name());
      assertThat(one.due()).as(row.id()).isEqualTo(row.due());
      assertThat(one.level()).as(row.id()).isEqualTo(row.level());
      assertThat(one.waitingFor())
          .as(row.id())
          .containsExactlyInAnyOrderElementsOf(row.waitingFor());
      assertThat(one.standing()).as(row.id()).isEqualTo(standing(row, one.closedOn()));
      assertThat(one.held())
          .as(row.id())
          .containsExactlyInAnyOrderElementsOf(
              attribution.of(row).stream()
                  .map(
                      share ->
                          new Days(
                              share.holder(),
                              share.role().name(),
                              share.workingDays(),
                              share.pastDueWorkingDays()))
                  .toList());
    }
  }

  private String standing(MilestoneRow row, LocalDate closedOn) {
    LocalDate closed = row.state() == MilestoneState.CLOSED ? closedOn : null;
    return Standing.of(row.state(), row.due(), closed, LocalDate.now(clock)).name();
  }

  private Map<String, List<Integer>> ordinalsByStanding(String localTime) {
    return at(localTime).stream()
        .collect(
            Collectors.groupingBy(
                Obligation::standing,
                Collectors.mapping(Obligation::ordinal, Collectors.toList())));
  }

  private List<Obligation> at(String localTime) {
    return reference.at(programme, Office.at(localTime));
  }
}

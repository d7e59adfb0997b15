package org.duban.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import org.duban.DubanTest;
import org.duban.programme.MilestoneState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DubanTest
class StandingTest {

  private static final LocalDate DUE = LocalDate.parse("2021-06-30");
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @Autowired private JdbcClient jdbc;

  @Test
  void theDueDayItselfIsStillInTime() {
    assertThat(Standing.of(MilestoneState.REPORTING, DUE, null, DUE)).isEqualTo(Standing.ON_TRACK);
    assertThat(Standing.of(MilestoneState.REVIEW, DUE, null, DUE.plusDays(1)))
        .isEqualTo(Standing.BEHIND);
    assertThat(Standing.of(MilestoneState.CLOSED, DUE, DUE, DUE)).isEqualTo(Standing.ON_TIME);
  }

  @ParameterizedTest
  @EnumSource(MilestoneState.class)
  void theDatabaseSaysTheSame(MilestoneState state) {
    for (int closed = -1; closed <= 1; closed++) {
      for (int today = -1; today <= 1; today++) {
        LocalDate closedOn = DUE.plusDays(closed);
        LocalDate day = DUE.plusDays(today);
        assertThat(asked(state, closedOn, day))
            .as("%s, closed %s, today %s", state, closedOn, day)
            .isEqualTo(Standing.of(state, DUE, closedOn, day));
      }
    }
  }

  /** One minute before midnight, local time. */
  private Standing asked(MilestoneState state, LocalDate closedOn, LocalDate today) {
    return jdbc.sql(
            "select "
                + Standing.CASE
                + " from (select :state as state, :due::date as due, :closed::timestamptz as closed_at) o")
        .param("state", state.name())
        .param("due", Date.valueOf(DUE))
        .param("closed", Timestamp.from(closedOn.atTime(23, 59).atZone(SHANGHAI).toInstant()))
        .param("today", Date.valueOf(today))
        .param("zone", SHANGHAI.getId())
        .query(Standing.class)
        .single();
  }
}

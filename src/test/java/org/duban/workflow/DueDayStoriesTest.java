package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.duban.DubanTest;
import org.duban.calendar.DueDayPolicy;
import org.duban.calendar.DueDayPolicy.OnDayOff;
import org.duban.programme.Programme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/** Due days that a list prints on days off, in an installation that moves them. */
@DubanTest
class DueDayStoriesTest {

  private static final String ON_A_SUNDAY = list("2021年10月31日前完成");

  @Autowired private Office office;
  @Autowired private DueDayPolicy dueDays;
  @Autowired private JdbcClient jdbc;

  private static String list(String deadline) {
    return """
        济宁高新区2021年度重点民生项目清单

        一、保障食品药品安全。
        新建放心消费示范药店5家。
        完成时限:%s
        牵头部门:市场监督管理局
        """
        .formatted(deadline);
  }

  @BeforeEach
  void openTheOffice() {
    office.openOn("2021-05-20 08:30");
    choose(OnDayOff.NEXT_WORKING_DAY);
  }

  @AfterEach
  void putBack() {
    choose(OnDayOff.STAY);
  }

  private void choose(OnDayOff choice) {
    ReflectionTestUtils.setField(dueDays, "choice", choice);
  }

  @Test
  void sundayIsMissedOnlyAfterTheMondayAndItsNameKeepsTheSunday() {
    office.dispatch(ON_A_SUNDAY);

    assertThat(milestones()).containsExactly(days("2021-11-01", "2021-10-31"));
    assertThat(office.taskOf("scjg", "Activity_FileProgressReport").getDueDate())
        .isEqualTo("2021-11-01T23:59:59");
    assertThat(
            jdbc.sql(
                    "select distinct business_key_ from act_ru_execution where business_key_ like '%COMPLETION%'")
                .query(String.class)
                .list())
        .singleElement()
        .asString()
        .endsWith("/1/COMPLETION/2021-10-31");

    office.moveTo("2021-11-01 09:00");
    assertThat(light()).isNotEqualTo("RED");
    office.moveTo("2021-11-02 09:00");
    assertThat(light()).isEqualTo("RED");
  }

  @Test
  void sameListAsARevisionChangesNothingAndAnotherDayMovesAsTheFirstDid() {
    Programme programme = office.dispatch(ON_A_SUNDAY);
    assertThat(office.revise(programme, ON_A_SUNDAY, "重发。").changed()).isFalse();

    office.revise(programme, list("2021年12月12日前完成"), "延后。");
    assertThat(milestones()).containsExactly(days("2021-12-13", "2021-10-31"));
  }

  @Test
  void quarterlyReportOfAHolidayIsDueAfterItAndTheRhythmKeepsItsDay() {
    office.dispatch(list("2021年6月底取得阶段性成效,长期坚持"));

    office.moveTo("2021-12-02 09:00");
    assertThat(periods())
        .containsExactly(days("2021-09-22", "2021-09-20"), days("2021-12-20", "2021-12-20"));
  }

  private static Tuple days(String due, String printed) {
    return tuple(LocalDate.parse(due), LocalDate.parse(printed));
  }

  private List<Tuple> milestones() {
    return dated("rhythm_id is null");
  }

  private List<Tuple> periods() {
    return dated("rhythm_id is not null");
  }

  private List<Tuple> dated(String which) {
    return jdbc.sql(
            "select due, original_due from milestone where due is not null and "
                + which
                + " order by due")
        .query(
            (row, n) -> tuple(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)))
        .list();
  }

  private String light() {
    return jdbc.sql("select light from watch").query(String.class).single();
  }
}

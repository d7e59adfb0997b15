package org.duban.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.duban.DubanTest;
import org.duban.programme.rhythm.Rhythm;
import org.duban.programme.rhythm.RhythmRows;
import org.duban.security.CannotStart;
import org.duban.workflow.Office;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;

/** The installation's rhythm, which holds for every project without one of its own. */
@DubanTest
class RhythmSettingTest {

  private static final String LIST =
      """
      济宁高新区2021年度重点民生项目清单

      一、保障食品药品安全。

      完成时限:长期坚持

      牵头部门:市场监督管理局
      """;

  @Autowired private Office office;
  @Autowired private RhythmRows rows;
  @Autowired private Rhythms rhythms;
  @Autowired private JdbcClient jdbc;

  @AfterEach
  void backToTheDefault() {
    installations(new Rhythm(Rhythm.Every.QUARTER, 20));
  }

  @Test
  void anInstallationThatReportsMonthlyPlansMonthsAndAProjectsOwnRhythmGoesBefore() {
    installations(new Rhythm(Rhythm.Every.MONTH, 28));
    office.openOn("2021-05-20 08:30");
    office.dispatch(LIST);
    String id = jdbc.sql("select id from milestone").query(String.class).single();

    assertThat(rhythms.plan(id).nextDue()).isEqualTo("2021-05-28");
    office.moveTo("2021-06-02 08:30");
    assertThat(rhythms.plan(id).nextDue()).isEqualTo("2021-07-28");
    assertThat(rhythms.change(id, new Rhythm(Rhythm.Every.QUARTER, 10), "减少报告。", "duban").nextDue())
        .isEqualTo("2021-09-10");
  }

  @Test
  void aDayThatSomeMonthLacksStopsTheProgramWithASentence() {
    assertThatThrownBy(() -> new RhythmRows(null, Rhythm.Every.MONTH, 31))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("duban.rhythm.day")
        .hasMessageContaining("31");
  }

  private void installations(Rhythm rhythm) {
    ReflectionTestUtils.setField(
        AopTestUtils.<Object>getUltimateTargetObject(rows), "installations", rhythm);
  }
}

package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.duban.DubanTest;
import org.duban.programme.InvalidSubmission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DubanTest
class HandOverTest {

  private static final String REPORT = "Activity_FileProgressReport";

  @Autowired private Office office;

  @BeforeEach
  void theHandlerClaimsTheReport() {
    office.openOn("2021-05-20 08:30");
    office.dispatch(
        """
        济宁高新区2021年度重点民生项目清单

        一、保障食品药品安全。

        完成时限:2021年6月底

        牵头部门:市场监督管理局

        配合部门:财政金融局
        """);
    office.claim("scjg", REPORT);
  }

  @Test
  void whoClaimedATaskGivesItBack() {
    office.hand("scjg", REPORT, null);

    assertThat(assignee()).isNull();
  }

  @Test
  void theHeadFreesWhatTheHandlerClaimedAndTakesIt() {
    office.hand("scjg-head", REPORT, null);
    office.claim("scjg-head", REPORT);

    assertThat(assignee()).isEqualTo("scjg-head");
  }

  @Test
  void theHandlerHandsATaskToTheHead() {
    office.hand("scjg", REPORT, "scjg-head");

    assertThat(assignee()).isEqualTo("scjg-head");
  }

  @Test
  void aTaskNeverLeavesItsDepartment() {
    assertThatThrownBy(() -> office.hand("scjg", REPORT, "czjr"))
        .isInstanceOf(InvalidSubmission.class)
        .hasMessage("这项任务只能由承办单位的人员办理，不能交给 czjr。");
    assertThat(assignee()).isEqualTo("scjg");
    assertThat(office.tasksOf("czjr")).isEmpty();
  }

  private String assignee() {
    return office.taskOf("scjg", REPORT).getAssignee();
  }
}

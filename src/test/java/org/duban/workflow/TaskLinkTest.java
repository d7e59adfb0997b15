package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duban.DubanTest;
import org.duban.security.Caller;
import org.duban.workflow.task.TaskLinks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DubanTest
class TaskLinkTest {

  private static final String REPORT = "Activity_FileProgressReport";
  private static final Caller LEAD = new Caller("scjg", Set.of("department-scjg"));
  private static final Caller HEAD =
      new Caller("scjg-head", Set.of("department-scjg", "head-scjg"));
  private static final Caller SUPPORT = new Caller("czjr", Set.of("department-czjr"));

  @Autowired private Office office;
  @Autowired private TaskLinks links;
  @Autowired private JdbcClient jdbc;

  private String milestone;

  @BeforeEach
  void dispatchOneItem() {
    office.openOn("2021-05-20 08:30");
    office.dispatch(
        """
        济宁高新区2021年度重点民生项目清单

        一、保障食品药品安全。

        完成时限:2021年6月底

        牵头部门:市场监督管理局

        配合部门:财政金融局
        """);
    milestone = jdbc.sql("select id from milestone").query(String.class).single();
  }

  @Test
  void oneLinkLeadsEachReaderToTheirOwnTask() {
    assertThat(links.ofMilestone(milestone, LEAD)).hasValue(taskOf("scjg", REPORT));
    assertThat(links.ofMilestone(milestone, SUPPORT)).isEmpty();

    office.complete("scjg", REPORT, Office.report("已完成。", 100));

    assertThat(links.ofMilestone(milestone, LEAD)).isEmpty();
    assertThat(links.ofMilestone(milestone, SUPPORT)).hasValue(taskOf("czjr", "Activity_SignOff"));
  }

  @Test
  void whatTheReaderHasClaimedComesBeforeWhatIsOlder() {
    office.moveTo("2021-07-05 08:30");
    String explain = taskOf("scjg-head", "Activity_ExplainDelay");
    assertThat(links.ofMilestone(milestone, HEAD)).hasValue(taskOf("scjg", REPORT));

    office.claim("scjg-head", "Activity_ExplainDelay");

    assertThat(links.ofMilestone(milestone, HEAD)).hasValue(explain);
  }

  @Test
  void aMessageAboutTheProjectLeadsToItsAcknowledgement() {
    String project = jdbc.sql("select id from project").query(String.class).single();
    assertThat(links.ofProject(project, LEAD))
        .hasValue(taskOf("scjg", "Activity_AcknowledgeAssignment"));
    assertThat(links.ofProject(project, SUPPORT)).isEmpty();

    office.complete("scjg", "Activity_AcknowledgeAssignment", Map.of());

    assertThat(links.ofProject(project, LEAD)).isEmpty();
  }

  @Test
  void whoIsInNoGroupAndWhatIsNotThereLeadNowhere() {
    assertThat(links.ofMilestone(milestone, new Caller("new", Set.of()))).isEmpty();
    assertThat(links.ofMilestone("no/such", LEAD)).isEqualTo(Optional.empty());
    assertThat(links.ofProject("no/such", LEAD)).isEqualTo(Optional.empty());
  }

  private String taskOf(String user, String kind) {
    return office.taskOf(user, kind).getId();
  }
}

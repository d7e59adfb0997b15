package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.duban.DubanTest;
import org.duban.security.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Cockpit's page of human tasks: the office and the leader read it, and can't do others' work. */
@DubanTest
class CockpitTasksTest {

  private static final List<String> FACES =
      List.of("/engine-rest/", "/camunda/api/engine/engine/default/");

  @LocalServerPort private int port;
  @Autowired private Office office;
  @Autowired private TaskService tasks;
  @Autowired private IdentityService identity;

  @BeforeEach
  void aReportIsOwed() {
    office.openOn("2021-05-20 08:30");
    office.dispatch(
        """
        济宁高新区2021年度重点民生项目清单

        一、保障食品药品安全。

        完成时限:2021年6月底

        牵头部门:市场监督管理局
        """);
  }

  @Test
  void whoOverseesCountsTheTasksOfAllGroupsAndADepartmentDoesNot() {
    for (String face : FACES) {
      String counts = face + "task/report/candidate-group-count";
      for (String user : List.of("duban", "leader")) {
        assertThat(visitor(user).get(counts).body()).as(user).contains("department-scjg");
      }
      assertThat(visitor("czjr").get(counts).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void toReadATaskIsNotToWorkOnIt() {
    String task = office.taskOf("scjg", "Activity_FileProgressReport").getId();

    for (String face : FACES) {
      for (String user : List.of("duban", "leader")) {
        String path = face + "task/" + task;
        String values =
            """
            {"variables": {"narrative": {"value": "代办。"}, "percent": {"value": 100},
                           "actuals": {"value": "{}"}}}
            """;
        assertThat(visitor(user).get(path).statusCode()).isEqualTo(200);
        assertThat(visitor(user).post(path + "/complete", values).statusCode()).isEqualTo(403);
        assertThat(visitor(user).post(path + "/submit-form", values).statusCode()).isEqualTo(403);
        assertThat(visitor(user).post(path + "/resolve", values).statusCode()).isEqualTo(403);
        String self = "{\"userId\": \"" + user + "\"}";
        assertThat(visitor(user).post(path + "/claim", self).statusCode()).isEqualTo(403);
        assertThat(visitor(user).post(path + "/assignee", self).statusCode()).isEqualTo(403);
      }
    }
    assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee()).isNull();
  }

  @Test
  void noGroupOfTheAdministratorIsWithoutAName() {
    assertThat(identity.createGroupQuery().groupMember("sysadmin").list())
        .isNotEmpty()
        .allMatch(group -> group.getName() != null && !group.getName().isBlank());
  }

  private Visitor visitor(String user) {
    return Visitor.basic(port, user, "demo");
  }
}

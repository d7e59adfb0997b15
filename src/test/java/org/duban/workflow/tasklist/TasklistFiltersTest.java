package org.duban.workflow.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.duban.DubanTest;
import org.duban.workflow.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

@DubanTest
class TasklistFiltersTest {

  private static final String REPORT = "Activity_FileProgressReport";

  @Autowired private Office office;
  @Autowired private TasklistFilters lists;
  @Autowired private FilterService filters;
  @Autowired private TaskService tasks;
  @Autowired private TestRestTemplate http;

  @BeforeEach
  void dispatchOneItem() {
    office.openOn("2021-05-20 08:30");
    lists.sync();
    office.dispatch(
        """
        济宁高新区2021年度重点民生项目清单

        一、保障食品药品安全。

        完成时限:2021年6月底

        牵头部门:市场监督管理局

        配合部门:财政金融局
        """);
  }

  @Test
  void everyoneFindsTheListsOfTheirOwnPostAndNoOthers() {
    assertThat(office.listsOf("scjg"))
        .containsExactly(
            entry("待办 · 市场监督管理局", 2L),
            entry("我认领的", 0L),
            entry("待反馈 · 市场监督管理局", 1L),
            entry("待会签 · 市场监督管理局", 0L),
            entry("本周到期 · 市场监督管理局", 0L),
            entry("已逾期 · 市场监督管理局", 0L));
    assertThat(office.listsOf("scjg-head").keySet())
        .containsExactly(
            "待办 · 市场监督管理局",
            "需说明延误 · 市场监督管理局",
            "待反馈 · 市场监督管理局",
            "待会签 · 市场监督管理局",
            "本周到期 · 市场监督管理局",
            "已逾期 · 市场监督管理局");
    assertThat(office.listsOf("duban").keySet())
        .containsExactly("待办 · 督查室", "我认领的", "待审核 · 督查室", "待核签延期 · 督查室", "待销号 · 督查室", "已逾期 · 督查室");
    assertThat(office.listsOf("leader").keySet())
        .containsExactly("待办 · 领导", "待批示 · 领导", "待审批延期 · 领导");
    assertThat(office.listsOf("auditor")).isEmpty();
  }

  @Test
  void aReportMovesThroughTheListsOfThoseItWaitsFor() {
    office.complete("scjg", REPORT, Office.report("已完成。", 100));
    assertThat(office.listsOf("scjg")).containsEntry("待反馈 · 市场监督管理局", 0L);
    assertThat(office.listsOf("czjr")).containsEntry("待会签 · 财政金融局", 1L);
    assertThat(office.listsOf("duban")).containsEntry("待审核 · 督查室", 0L);

    office.complete("czjr", "Activity_SignOff", Map.of("decision", "AGREE"));
    assertThat(office.listsOf("czjr")).containsEntry("待会签 · 财政金融局", 0L);
    assertThat(office.listsOf("duban")).containsEntry("待审核 · 督查室", 1L);
  }

  @Test
  void dueThisWeekAndOverdueFollowTheClock() {
    office.moveTo("2021-05-25 09:00");
    assertThat(dated("scjg")).as("to be acknowledged today").containsExactly(1L, 0L);
    office.moveTo("2021-05-26 00:00");
    assertThat(dated("scjg")).containsExactly(0L, 1L);
    office.complete("scjg", "Activity_AcknowledgeAssignment", Map.of());

    office.moveTo("2021-06-27 09:00");
    assertThat(dated("scjg")).containsExactly(0L, 0L);

    office.moveTo("2021-06-28 09:00");
    assertThat(dated("scjg")).containsExactly(1L, 0L);

    office.moveTo("2021-06-30 23:00");
    assertThat(dated("scjg")).containsExactly(1L, 0L);

    office.moveTo("2021-07-01 00:00");
    assertThat(dated("scjg")).containsExactly(0L, 1L);
  }

  private Iterable<Long> dated(String user) {
    Map<String, Long> all = office.listsOf(user);
    return List.of(all.get("本周到期 · 市场监督管理局"), all.get("已逾期 · 市场监督管理局"));
  }

  @Test
  void whatIsEscalatedWaitsInTheListOfTheHeadAndThenOfTheLeader() {
    office.moveTo("2021-07-05 08:30");
    assertThat(office.listsOf("scjg-head")).containsEntry("需说明延误 · 市场监督管理局", 1L);
    assertThat(office.listsOf("leader")).containsEntry("待批示 · 领导", 1L);
    assertThat(office.listsOf("scjg")).doesNotContainKey("需说明延误 · 市场监督管理局");
  }

  @Test
  void whateverAPersonMayDoStandsInOneListTheirOwnFirstAndThenTheLatest() {
    office.moveTo("2021-07-05 08:30");

    assertThat(office.kindsIn("scjg-head", "待办 · 市场监督管理局"))
        .containsExactly("Activity_ExplainDelay", "Activity_AcknowledgeAssignment", REPORT);
    assertThat(office.listsOf("scjg-head")).containsEntry("待办 · 市场监督管理局", 3L);
    assertThat(office.kindsIn("scjg", "待办 · 市场监督管理局"))
        .containsExactly("Activity_AcknowledgeAssignment", REPORT);
    assertThat(office.kindsIn("leader", "待办 · 领导")).containsExactly("Activity_GiveInstruction");
  }

  @Test
  void whoStandsInFindsTheWorkOfBothInOneListAndGivesBackWhatIsNotTheirs() {
    office.moveTo("2021-07-05 08:30");
    assertThat(substitute("scjg-head", "czjr", "2021-07-05", "2021-07-06"))
        .isEqualTo(HttpStatus.CREATED);

    assertThat(office.kindsIn("czjr", "待办 · 财政金融局"))
        .containsExactly("Activity_ExplainDelay", "Activity_AcknowledgeAssignment", REPORT);
    office.claim("czjr", "Activity_ExplainDelay");

    office.moveTo("2021-07-07 00:00");
    assertThat(office.kindsIn("czjr", "待办 · 财政金融局")).isEmpty();
    assertThat(office.listsOf("czjr")).containsEntry("我认领的", 0L);
    assertThat(office.taskOf("scjg-head", "Activity_ExplainDelay").getAssignee()).isNull();
  }

  private HttpStatusCode substitute(String absent, String standIn, String first, String last) {
    return http.withBasicAuth("duban", "demo")
        .postForEntity(
            "/api/v1/substitutions",
            Map.of("absent", absent, "substitute", standIn, "from", first, "to", last),
            String.class)
        .getStatusCode();
  }

  @Test
  void aClaimedTaskStaysInSightOfTheDepartment() {
    office.claim("scjg", REPORT);

    assertThat(office.listsOf("scjg")).containsEntry("我认领的", 1L).containsEntry("待反馈 · 市场监督管理局", 1L);
    assertThat(office.listsOf("scjg-head"))
        .containsEntry("待反馈 · 市场监督管理局", 1L)
        .containsEntry("待办 · 市场监督管理局", 2L);
    assertThat(office.listsOf("czjr")).containsEntry("我认领的", 0L);
  }

  @Test
  void aTaskShowsItsKindAndDueDayInWords() {
    String task = office.taskOf("scjg", REPORT).getId();

    assertThat(tasks.getVariablesLocal(task))
        .containsEntry("listedKind", "完成")
        .containsEntry("listedDue", "2021年6月30日 周三");
  }

  @Test
  void theListsAreMadeOnceAndWhatNobodyHasAnyMoreGoes() {
    Filter stray = filters.saveFilter(filters.newTaskFilter("谁的"));
    long before = filters.createFilterQuery().count();

    lists.sync();

    assertThat(filters.createFilterQuery().count()).isEqualTo(before - 1);
    assertThat(filters.getFilter(stray.getId())).isNull();
  }
}

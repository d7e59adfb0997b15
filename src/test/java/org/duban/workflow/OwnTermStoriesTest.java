package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.duban.DubanTest;
import org.duban.escalation.OwnTerm;
import org.duban.programme.Extensions;
import org.duban.programme.Programme;
import org.duban.security.Visitor;
import org.duban.workflow.custody.TaskNames;
import org.duban.workflow.custody.TaskTerms;
import org.duban.workflow.process.Relabelling;
import org.duban.workflow.work.WorkItems;
import org.duban.worksheet.SheetPen;
import org.duban.worksheet.WorkKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every task has one day by which it is due, and wherever somebody reads of the task, it is that
 * day: in the engine, in Tasklist, in the data of the form, in Excel, on the pages, in messages.
 */
@DubanTest
class OwnTermStoriesTest {

  private static final Map<String, Object> AGREE = Map.of("decision", "AGREE");
  private static final Map<String, Object> OBJECT = Map.of("decision", "OBJECT", "opinion", "不符");
  private static final String LIST =
      """
      济宁高新区2021年度重点民生项目清单

      一、保障食品药品安全。
      新建放心消费示范药店5家。
      完成时限:2021年6月底
      牵头部门:市场监督管理局
      配合部门:财政金融局
      """;

  @LocalServerPort private int port;
  @Autowired private Office office;
  @Autowired private TaskService tasks;
  @Autowired private Extensions extensions;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;
  @Autowired private Relabelling labels;

  private Programme programme;

  @BeforeEach
  void aListIsSentOut() {
    office.openOn("2021-05-20 08:30");
    programme = office.dispatch(LIST);
  }

  @Test
  void everyStepOfAReportHasItsDayWhereverItIsRead() {
    saysEverywhere("scjg", "Activity_AcknowledgeAssignment", "2021-05-25");
    saysEverywhere("scjg", "Activity_FileProgressReport", "2021-06-30");

    office.moveTo("2021-06-04 10:00");
    file(100);
    saysEverywhere("czjr", "Activity_SignOff", "2021-06-11");
    assertThat(page("czjr", "/sign-offs")).contains("会签时限", "还有 5 个工作日", "节点到期日", "2021年6月30日");

    office.moveTo("2021-06-08 10:00");
    office.complete("czjr", "Activity_SignOff", OBJECT);
    saysEverywhere("scjg", "Activity_ResolveObjection", "2021-06-30");
    office.moveTo("2021-06-09 10:00");
    office.complete("scjg", "Activity_ResolveObjection", Map.of("narrative", "已核实。"));
    saysEverywhere("czjr", "Activity_SignOff", "2021-06-17");

    office.moveTo("2021-06-10 10:00");
    office.complete("czjr", "Activity_SignOff", AGREE);
    saysEverywhere("duban", "Activity_ReviewReport", "2021-06-18");
    office.moveTo("2021-06-11 10:00");
    office.complete(
        "duban",
        "Activity_ReviewReport",
        Map.of("decision", "RETURN", "opinion", "请补充", "signaturesStand", "false"));
    saysEverywhere("scjg", "Activity_FileProgressReport", "2021-06-30");

    office.moveTo("2021-06-15 10:00");
    file(90);
    saysEverywhere("czjr", "Activity_SignOff", "2021-06-22");
    office.complete("czjr", "Activity_SignOff", AGREE);
    office.complete("duban", "Activity_ReviewReport", Map.of("decision", "ACCEPT"));
    saysEverywhere("duban", "Activity_CloseProject", "2021-06-22");
    office.complete("duban", "Activity_CloseProject", Map.of("decision", "CLOSE"));
    assertThat(jdbc.sql("select count(*) from term_now").query(Long.class).single()).isZero();
  }

  @Test
  void severalLeadsReportTogetherByTheMilestonesDay() {
    office.dispatch(LIST.replace("牵头部门:市场监督管理局", "牵头部门:公安分局、市场监督管理局").replace("一、保障", "一、再保障"));
    String other = "再保障";
    Stream.of("scjg", "ga")
        .forEach(
            user ->
                office.complete(
                    user,
                    tasksAbout(user, other)
                        .filter(
                            task ->
                                task.getTaskDefinitionKey().equals("Activity_FileProgressReport"))
                        .findFirst()
                        .orElseThrow(),
                    Office.report("已办。", 100)));
    List<Task> joint =
        tasks.createTaskQuery().taskDefinitionKey("Activity_ConsolidateReport").list();
    assertThat(joint).singleElement().satisfies(task -> bears(task, "2021-06-30"));
  }

  private Stream<Task> tasksAbout(String user, String title) {
    return office.tasksOf(user).stream().filter(task -> task.getName().contains(title));
  }

  @Test
  void anAnswerToARequestForMoreTimeHasItsDayButNoneAfterTheOneInForce() {
    office.moveTo("2021-06-04 10:00");
    ask("2021-07-30");
    saysEverywhere("duban", "Activity_EndorseExtension", "2021-06-08");
    act("milestones/" + milestone() + "/suspend", Map.of("reason", "等待批复"));
    office.moveTo("2021-06-07 10:00");
    act("milestones/" + milestone() + "/resume", Map.of("reason", "已批复"));
    saysEverywhere("duban", "Activity_EndorseExtension", "2021-06-09");
    office.complete("duban", "Activity_EndorseExtension", Map.of("decision", "APPROVE"));
    saysEverywhere("leader", "Activity_DecideExtension", "2021-06-10");
    file(100);
    saysEverywhere("czjr", "Activity_SignOff", "2021-06-15");
    office.complete("leader", "Activity_DecideExtension", Map.of("decision", "APPROVE"));

    assertThat(due(milestone())).as("asked day, a working day later").isEqualTo("2021-08-02");
    saysEverywhere("czjr", "Activity_SignOff", "2021-06-15");
    office.moveTo("2021-07-30 10:00");
    ask("2021-08-30");
    saysEverywhere("duban", "Activity_EndorseExtension", "2021-08-02");
    office.moveTo("2021-08-03 10:00");
    office.complete("duban", "Activity_EndorseExtension", Map.of("decision", "APPROVE"));
    saysEverywhere("leader", "Activity_DecideExtension", "2021-08-06");
  }

  @Test
  void explanationAndInstructionHaveTheirDays() {
    office.moveTo("2021-07-05 09:00");

    saysEverywhere("scjg-head", "Activity_ExplainDelay", "2021-07-08");
    saysEverywhere("leader", "Activity_GiveInstruction", "2021-07-08");

    office.complete(
        "scjg-head",
        "Activity_ExplainDelay",
        Map.of("explanation", "招标流标。", "recoveryDate", "2021-07-20"));
    JsonNode promised = term(milestone(), "RECOVERY");
    assertThat(promised.get("due").asText()).isEqualTo("2021-07-20");
    assertThat(promised.get("holder").asText()).isEqualTo("scjg");
    office.moveTo("2021-07-21 09:00");
    assertThat(term(milestone(), "RECOVERY").get("overdue").asInt()).isEqualTo(1);
    assertThat(term(milestone(), "INSTRUCTION").get("light").asText()).isEqualTo("RED");
  }

  @Test
  void whatIsSuspendedKeepsTheWorkingDaysThatItHadLeftAndWhoJoinsMeanwhileHasAFullTerm() {
    office.moveTo("2021-06-04 10:00");
    file(100);
    office.moveTo("2021-06-08 10:00");
    act("milestones/" + milestone() + "/suspend", Map.of("reason", "等待批复"));
    office.moveTo("2021-06-15 10:00");
    assertThat(term(milestone(), "SIGN_OFF").get("suspended").asBoolean()).isTrue();
    assertThat(term(milestone(), "SIGN_OFF").get("overdue").asInt()).isZero();
    reassign("czjr", "SUPPORT", "xzsp");
    assertThat(term(milestone(), "SIGN_OFF").get("holder").asText()).isEqualTo("xzsp");
    office.moveTo("2021-06-18 10:00");
    act("milestones/" + milestone() + "/resume", Map.of("reason", "已批复"));

    assertThat(due(milestone())).isEqualTo("2021-07-09");
    saysEverywhere("xzsp", "Activity_SignOff", "2021-06-25");

    office.moveTo("2021-06-21 10:00");
    act("milestones/" + milestone() + "/suspend", Map.of("reason", "等待批复"));
    office.moveTo("2021-06-23 10:00");
    act("milestones/" + milestone() + "/resume", Map.of("reason", "已批复"));
    saysEverywhere("xzsp", "Activity_SignOff", "2021-06-29");
    office.moveTo("2021-06-30 09:00");
    assertThat(
            jdbc.sql("select term || ' ' || due || ' ' || level from escalation")
                .query(String.class)
                .list())
        .containsExactly("SIGN_OFF 2021-06-29 1");
  }

  @Test
  void whoJoinsHasAFullTermFromTheDayOnWhichTheyAreAsked() {
    office.moveTo("2021-06-04 10:00");
    file(100);
    office.moveTo("2021-06-09 10:00");
    reassign("czjr", "SUPPORT", "xzsp");
    saysEverywhere("xzsp", "Activity_SignOff", "2021-06-17");
    reassign("scjg", "LEAD", "ga");
    saysEverywhere("ga", "Activity_AcknowledgeNewAssignment", "2021-06-15");
  }

  @Test
  void tasklistFindsAndNamesATaskByItsOwnDay() {
    office.moveTo("2021-06-04 10:00");
    file(100);
    String group = " · 财政金融局";
    assertThat(office.listsOf("czjr")).containsEntry("本周到期" + group, 0L);
    office.moveTo("2021-06-07 08:30");
    assertThat(office.listsOf("czjr"))
        .containsEntry("本周到期" + group, 1L)
        .containsEntry("已逾期" + group, 0L);
    office.moveTo("2021-06-15 08:30");
    assertThat(office.listsOf("czjr"))
        .containsEntry("本周到期" + group, 0L)
        .containsEntry("已逾期" + group, 1L);
    assertThat(page("czjr", "/milestones/ladder?id=" + milestone()))
        .contains("财政金融局 会签时限", "2021年6月11日", "已逾期 1 个工作日");
  }

  /**
   * Green, yellow near its day and red past it: in every list, whatever the milestone's light is.
   */
  @Test
  void aTermHasALightOfItsOwnWhereverItIsRead() {
    office.moveTo("2021-06-04 10:00");
    file(100);
    hasLight("SIGN_OFF", "GREEN", "GREEN 0");
    assertThat(page("czjr", "/sign-offs")).contains("绿灯");
    office.moveTo("2021-06-10 08:30");
    hasLight("SIGN_OFF", "YELLOW", "GREEN 0");
    office.moveTo("2021-06-15 08:30");
    hasLight("SIGN_OFF", "RED", "GREEN 0");
    assertThat(page("czjr", "/sign-offs")).contains("红灯").doesNotContain("黄灯", "绿灯");
    assertThat(page("czjr", "/milestones/ladder?id=" + milestone()))
        .contains("light red", "财政金融局 会签时限");
    assertThat(get("/api/v1/board").at("/lights/RED").asInt()).as("the milestone's").isZero();
    assertThat(jdbc.sql("select level from term_now").query(Integer.class).single()).isEqualTo(1);

    act("milestones/" + milestone() + "/suspend", Map.of("reason", "等待批复"));
    assertThat(term(milestone(), "SIGN_OFF").get("light").asText()).isEqualTo("GREEN");
    act("milestones/" + milestone() + "/resume", Map.of("reason", "已批复"));
    hasLight("SIGN_OFF", "RED", "GREEN 0");

    office.complete("czjr", "Activity_SignOff", AGREE);
    hasLight("REVIEW", "GREEN", "GREEN 0");
    office.moveTo("2021-06-22 08:30");
    hasLight("REVIEW", "YELLOW", "GREEN 0");
    office.moveTo("2021-06-23 08:30");
    hasLight("REVIEW", "RED", "GREEN 0");
  }

  private void hasLight(String term, String light, String milestones) {
    assertThat(term(milestone(), term).get("light").asText()).isEqualTo(light);
    JsonNode list = get("/api/v1/milestones?term=" + term + "&light=" + light);
    assertThat(list.get("total").asInt()).as(term + " " + light).isEqualTo(1);
    JsonNode row = list.at("/content/0");
    assertThat(row.at("/term/light").asText()).isEqualTo(light);
    LocalDate due = LocalDate.parse(row.at("/term/due").asText());
    String between = "&dueFrom=" + due + "&dueBefore=" + due.plusDays(1);
    assertThat(get("/api/v1/milestones?term=" + term + between).get("total").asInt()).isEqualTo(1);
    assertThat(get("/api/v1/milestones?term=" + term + "&dueBefore=" + due).get("total").asInt())
        .isZero();
    assertThat(row.get("light").asText() + " " + row.get("level").asText()).isEqualTo(milestones);
    for (String other : List.of("GREEN", "YELLOW", "RED")) {
      if (!other.equals(light)) {
        assertThat(get("/api/v1/milestones?term=" + term + "&light=" + other).get("total").asInt())
            .as(term + " " + other)
            .isZero();
      }
    }
    JsonNode onBoard =
        StreamSupport.stream(get("/api/v1/board").get("terms").spliterator(), false)
            .filter(one -> one.get("term").asText().equals(term))
            .findFirst()
            .orElseThrow();
    assertThat(onBoard.at("/lights/" + light).asInt()).isEqualTo(1);
  }

  @Test
  void handlersAreRemindedOnTheLastDayAndTheirHeadIsToldOnceItIsPast() {
    office.moveTo("2021-06-04 10:00");
    file(100);
    office.complete("czjr", "Activity_SignOff", AGREE);
    assertThat(page("duban", "/milestones/ladder?id=" + milestone()))
        .contains("督查室 审核时限", "督查室仍未审核的，当天是最后一个工作日，告知周督明。", "时限 2021-06-11 已过");

    office.moveTo("2021-06-10 23:59");
    assertThat(told()).isEmpty();
    office.moveTo("2021-06-11 09:00");
    assertThat(told()).containsExactly("duban 2021-06-11 0");
    office.moveTo("2021-06-29 23:59");
    assertThat(told()).containsExactly("duban 2021-06-11 0", "duban-head 2021-06-11 1");
    assertThat(texts())
        .containsExactly(
            "【时限提醒】一、保障食品药品安全：完成 2021-06-30 的节点，审核时限 2021-06-11，今天是最后一个工作日，督查室尚未审核。",
            "【时限提醒】一、保障食品药品安全：完成 2021-06-30 的节点，审核时限 2021-06-11，已逾期 1 个工作日，督查室尚未审核。");
    assertThat(jdbc.sql("select count(*) from escalation").query(Long.class).single()).isZero();
  }

  @Test
  void aSignOffsMessagesSpeakOfTheSignOffTerm() {
    office.moveTo("2021-06-04 10:00");
    file(100);
    office.moveTo("2021-06-15 09:00");

    assertThat(
            jdbc.sql(
                    "select kind || ' ' || recipient || ' ' || due from notification"
                        + " where message like '%会签时限 2021-06-11%' order by id")
                .query(String.class)
                .list())
        .containsExactly("REMINDER czjr 2021-06-11", "LEVEL_1 czjr-head 2021-06-11");
  }

  @Test
  void tasksThatAnEarlierVersionGaveOutGetDaysOfTheirOwn() {
    office.moveTo("2021-06-04 10:00");
    file(100);
    Task signOff = office.taskOf("czjr", "Activity_SignOff");
    ask("2021-07-30");
    Task endorsement = office.taskOf("duban", "Activity_EndorseExtension");
    jdbc.sql("delete from own_term where term <> 'SIGN_OFF'").update();
    for (Task task : List.of(signOff, endorsement)) {
      task.setDueDate(null);
      tasks.saveTask(task);
    }

    office.moveTo("2021-06-07 10:00");
    labels.adoptTerms();
    labels.adoptTerms();

    saysEverywhere("czjr", "Activity_SignOff", "2021-06-11");
    saysEverywhere("duban", "Activity_EndorseExtension", "2021-06-09");
  }

  @Test
  void theFiveSupportersOfItemThirteenHaveTheSameFiveWorkingDays() {
    office.openOn("2021-05-20 08:30");
    office.dispatchTheSample();
    office.moveTo("2021-06-16 10:00");
    office.complete("scjg", "Activity_FileProgressReport", Office.report("已完成 24 项。", 100));

    List<String> dues =
        jdbc.sql("select due || ' ' || count(*) from term_now where term = 'SIGN_OFF' group by due")
            .query(String.class)
            .list();
    assertThat(dues).containsExactly("2021-06-23 5");
    tasks
        .createTaskQuery()
        .taskDefinitionKey("Activity_SignOff")
        .list()
        .forEach(task -> bears(task, "2021-06-23"));
  }

  // ---- the places

  private void saysEverywhere(String user, String kind, String day) {
    Task task = office.taskOf(user, kind);
    bears(task, day);
    inTheForm(task, kind, day);
    inExcel(user, task, kind, day);
    if (kind.equals("Activity_SignOff")) {
      assertThat(page(user, "/sign-offs")).contains("<time datetime=\"" + day + "\"");
    }
  }

  /** In the engine and in Tasklist's column. */
  private void bears(Task task, String day) {
    assertThat(task.getDueDate()).as(task.getName()).isEqualTo(day + "T23:59:59");
    LocalDate date = LocalDate.parse(day);
    assertThat((String) tasks.getVariableLocal(task.getId(), TaskNames.DUE))
        .startsWith(
            date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日 ");
  }

  private void inTheForm(Task task, String kind, String day) {
    String milestone = (String) tasks.getVariable(task.getId(), "milestoneId");
    String project = (String) tasks.getVariable(task.getId(), "projectId");
    JsonNode facts =
        get(milestone == null ? "/api/v1/projects/" + project : "/api/v1/milestones/" + milestone);
    OwnTerm own = TaskTerms.TERMS.get(kind);
    JsonNode term =
        StreamSupport.stream(facts.get("terms").spliterator(), false)
            .filter(
                one ->
                    own == null
                        ? one.get("term").asText().equals("MILESTONE")
                        : one.get("task").asText().equals(task.getId()))
            .findFirst()
            .orElseThrow();
    assertThat(term.get("due").asText()).as(task.getName()).isEqualTo(day);
    assertThat(term.get("label").asText()).isEqualTo(own == null ? "节点期限" : own.label());
  }

  private void inExcel(String user, Task task, String kind, String day) {
    WorkKind sheet = WorkItems.KINDS.get(kind);
    if (sheet == null) {
      return;
    }
    SheetPen pen =
        new SheetPen(
            http.withBasicAuth(user, "demo")
                .getForEntity("/api/v1/work.xlsx", byte[].class)
                .getBody());
    assertThat(pen.task(sheet.sheet(), "一、")).isEqualTo(task.getId());
    assertThat(pen.read(sheet.sheet(), "一、", 0, "期限")).isEqualTo(day);
    boolean ofMilestone = tasks.getVariable(task.getId(), "milestoneId") != null;
    assertThat(pen.read(sheet.sheet(), "一、", 0, "节点期限"))
        .isEqualTo(ofMilestone ? due(milestone()) : "");
  }

  private JsonNode term(String milestone, String term) {
    return StreamSupport.stream(
            get("/api/v1/milestones/" + milestone).get("terms").spliterator(), false)
        .filter(one -> one.get("term").asText().equals(term))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode get(String path) {
    return http.withBasicAuth("duban", "demo").getForObject(path, JsonNode.class);
  }

  private String page(String user, String path) {
    Visitor visitor = Visitor.anonymous(port);
    visitor.logIn(user, "demo");
    return visitor.page(path).body();
  }

  // ---- the acts

  private void file(int percent) {
    office.complete(
        "scjg",
        "Activity_FileProgressReport",
        Map.of("narrative", "已办。", "percent", percent, "actuals", "{\"1\": 5}"));
  }

  private void ask(String newDue) {
    extensions.request(milestone(), "scjg", LocalDate.parse(newDue), "材料未齐。", "scjg-head");
  }

  private void act(String path, Map<String, String> values) {
    assertThat(
            http.withBasicAuth("duban", "demo")
                .postForEntity("/api/v1/" + path, values, JsonNode.class)
                .getStatusCode()
                .value())
        .isEqualTo(200);
  }

  private void reassign(String from, String role, String to) {
    act(
        "milestones/" + milestone() + "/reassign",
        Map.of("from", from, "to", to, "role", role, "reason", "职责调整"));
  }

  private String milestone() {
    return jdbc.sql("select id from milestone where project_id like :programme")
        .param("programme", programme.id() + ".%")
        .query(String.class)
        .single();
  }

  private String due(String milestone) {
    return jdbc.sql("select due from milestone where id = :id")
        .param("id", milestone)
        .query(String.class)
        .single();
  }

  private List<String> told() {
    return jdbc.sql(
            "select recipient || ' ' || due || ' ' || working_days from notification"
                + " where kind = 'OWN_TERM' order by id")
        .query(String.class)
        .list();
  }

  private List<String> texts() {
    return jdbc.sql("select message from notification where kind = 'OWN_TERM' order by id")
        .query(String.class)
        .list();
  }
}

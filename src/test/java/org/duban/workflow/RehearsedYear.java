package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.duban.programme.Extensions;
import org.duban.programme.Programme;
import org.duban.programme.Suspensions;
import org.duban.workflow.clock.EngineClock;
import org.duban.workflow.people.Groups;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The sample list through its year, with everything that happens to such a list: what is met ahead,
 * on the day and late, what waits for a lead, for a support and for the office, a return, an
 * objection, an extension, a suspension, a withdrawal, a project that is returned. It always runs
 * the same and ends on {@link #END}.
 *
 * <p>Each report carries its figures in its words too, see {@link #narrative}, so that the trail
 * alone tells them.
 */
@TestComponent
public class RehearsedYear {

  /** Local time at which the year is looked back on. */
  public static final String END = "2022-01-10 09:00";

  private static final String FILE = "Activity_FileProgressReport";
  private static final String CONSOLIDATE = "Activity_ConsolidateReport";
  private static final String SIGN = "Activity_SignOff";
  private static final String REVIEW = "Activity_ReviewReport";
  private static final Map<String, Object> AGREE = Map.of("decision", "AGREE");
  private static final Map<String, Object> ACCEPT = Map.of("decision", "ACCEPT");

  private record Trace(long entries, Instant at) {}

  private final Office office;
  private final EngineClock clock;
  private final TaskService tasks;
  private final Suspensions suspensions;
  private final Extensions extensions;
  private final TestRestTemplate http;
  private final JdbcClient jdbc;

  private Programme programme;
  private Trace trace;

  RehearsedYear(
      Office office,
      EngineClock clock,
      TaskService tasks,
      Suspensions suspensions,
      Extensions extensions,
      TestRestTemplate http,
      JdbcClient jdbc) {
    this.office = office;
    this.clock = clock;
    this.tasks = tasks;
    this.suspensions = suspensions;
    this.extensions = extensions;
    this.http = http;
    this.jdbc = jdbc;
  }

  /**
   * Runs the year, unless it has just run and nothing went on the trail since.
   *
   * @return the programme as it was when it was sent out
   */
  public Programme run() {
    if (programme == null || !trace().equals(trace)) {
      office.openOn("2021-05-20 08:30");
      programme = office.dispatchTheSample();
      spring();
      summer();
      autumn();
      december();
      january();
      trace = trace();
    }
    return programme;
  }

  private Trace trace() {
    return new Trace(
        jdbc.sql("select coalesce(max(id), 0) from trail").query(Long.class).single(),
        clock.clock().instant());
  }

  /** Id of a milestone of the sample. */
  public String milestone(int ordinal, String kindAndDue) {
    return project(ordinal) + "." + kindAndDue;
  }

  public String project(int ordinal) {
    return programme.id() + "." + ordinal;
  }

  /** What a report says: how far it is and its figures, such as 完成60%。指标1：3。 */
  public static String narrative(int percent, Map<Integer, BigDecimal> actuals) {
    return "完成"
        + percent
        + "%。"
        + actuals.entrySet().stream()
            .map(one -> "指标" + one.getKey() + "：" + one.getValue().toPlainString() + "。")
            .collect(Collectors.joining());
  }

  private void spring() {
    office.moveTo("2021-05-24 10:00");
    everyOne("Activity_AcknowledgeAssignment").stream()
        .filter(task -> !ofProject(task, 21) || !who(task).equals("xfjy"))
        .forEach(task -> complete(task, Map.of()));
    office.moveTo("2021-05-31 10:00");
    everyOne("Activity_AcknowledgeAssignment").forEach(task -> complete(task, Map.of()));
  }

  /** Nobody reports the June stages in time, and each then waits for somebody else. */
  private void summer() {
    String seventeen = milestone(17, "STAGE.2021-06-30");
    String nineteen = milestone(19, "STAGE.2021-06-30");
    String thirteen = milestone(13, "STAGE.2021-06-30");
    office.moveTo("2021-07-05 09:00");
    office.complete(
        "scjg-head",
        "Activity_ExplainDelay",
        Map.of("explanation", "抽检尚未完成。", "recoveryDate", "2021-07-08"));
    report(nineteen, 60);
    signAllBut(nineteen, "ghjd", "lhjd", "sw");
    office.moveTo("2021-07-08 09:00");
    report(thirteen, 80);
    signAllBut(thirteen);
    office.moveTo("2021-07-09 10:00");
    review(thirteen, ACCEPT);
    office.moveTo("2021-07-13 09:00");
    everyOne("Activity_GiveInstruction").stream()
        .filter(task -> ofProject(task, 17))
        .forEach(
            task ->
                office.complete("leader", task, Map.of("instruction", "三日内报送阶段性成效，十二月底前务必完成。")));
    report(seventeen, 50);
    signAllBut(seventeen);
    office.moveTo("2021-07-14 15:00");
    review(seventeen, ACCEPT);
    signAllBut(nineteen);
    review(nineteen, ACCEPT);
    office.moveTo("2021-08-02 10:00");
    suspensions.suspend(milestone(8, "COMPLETION.2021-12-31"), "学校选址重新论证。", "duban");
    office.moveTo("2021-08-23 10:00");
    suspensions.resume(milestone(8, "COMPLETION.2021-12-31"), "选址已经确定。", "duban");
  }

  private void autumn() {
    office.moveTo("2021-09-06 09:00");
    meet(milestone(11, "COMPLETION.2021-12-31"));
    closeProject(11, "CLOSE");
    office.moveTo("2021-09-15 09:00");
    ResponseEntity<String> withdrawn =
        http.withBasicAuth("duban", "demo")
            .postForEntity(
                "/api/v1/projects/" + project(10) + "/withdraw",
                Map.of("reason", "与第四项内容重复，合并督办。"),
                String.class);
    assertThat(withdrawn.getStatusCode()).isEqualTo(HttpStatus.OK);
    meet(milestone(13, "ONGOING.2021-09-20"));
    office.moveTo("2021-10-20 09:00");
    meet(milestone(18, "COMPLETION.2021-12-31"));
    office.moveTo("2021-10-25 09:00");
    closeProject(18, "RETURN");
    office.moveTo("2021-10-27 09:00");
    meet(milestone(18, "COMPLETION.2021-12-31"));
    closeProject(18, "CLOSE");
    String twelve = milestone(12, "COMPLETION.2021-12-31");
    office.moveTo("2021-11-10 09:00");
    report(twelve, 90);
    signAllBut(twelve);
    office.moveTo("2021-11-17 09:00");
    review(twelve, Map.of("decision", "RETURN", "opinion", "敬老院改造缺验收材料。"));
    String six = milestone(6, "STAGE.2021-11-30");
    office.moveTo("2021-11-19 09:00");
    report(six, 100);
    sign(six, "czjr", Map.of("decision", "OBJECT", "opinion", "慰问资金数额与拨付不符。"));
    office.moveTo("2021-11-22 09:00");
    office.complete(
        "frhj", open(six, "Activity_ResolveObjection"), Map.of("narrative", "已按拨付数更正。"));
    signAllBut(six);
    office.moveTo("2021-11-24 09:00");
    report(twelve, 100);
    signAllBut(twelve);
    office.moveTo("2021-11-26 09:00");
    review(twelve, ACCEPT);
    office.moveTo("2021-11-30 16:00");
    review(six, ACCEPT);
  }

  private void december() {
    office.moveTo("2021-12-08 09:00");
    meet(milestone(17, "COMPLETION.2021-12-31"));
    meet(milestone(19, "COMPLETION.2021-12-31"));
    closeProject(17, "CLOSE");
    office.moveTo("2021-12-13 09:00");
    extensions.request(
        milestone(22, "COMPLETION.2021-12-31"),
        "zhzf",
        LocalDate.parse("2022-01-07"),
        "果皮箱到货推迟。",
        "zhzf-head");
    office.moveTo("2021-12-15 09:00");
    office.complete("duban", "Activity_EndorseExtension", Map.of("decision", "APPROVE"));
    office.complete("leader", "Activity_DecideExtension", Map.of("decision", "APPROVE"));
    office.moveTo("2021-12-20 09:00");
    meet(milestone(13, "ONGOING.2021-12-20"));
    office.moveTo("2021-12-22 09:00");
    String four = milestone(4, "COMPLETION.2021-12-31");
    report(four, 100);
    signAllBut(four);
    String fifteen = milestone(15, "COMPLETION.2021-12-31");
    report(fifteen, 90);
    signAllBut(fifteen, "czjr", "ghjd", "wyjd");
    office.moveTo("2021-12-29 09:00");
    String nine = milestone(9, "COMPLETION.2021-12-31");
    report(nine, 100);
    signAllBut(nine, "czjr");
    fileOne(milestone(14, "COMPLETION.2021-12-31"), "cxjs", 80);
    fileOne(milestone(20, "COMPLETION.2021-12-31"), "ga", 70);
    office.moveTo("2021-12-31 10:00");
    for (int ordinal : List.of(1, 2, 3, 5, 7)) {
      meet(milestone(ordinal, "COMPLETION.2021-12-31"));
    }
  }

  private void january() {
    office.moveTo("2022-01-05 10:00");
    String fourteen = milestone(14, "COMPLETION.2021-12-31");
    report(fourteen, 85);
    signAllBut(fourteen);
    String nine = milestone(9, "COMPLETION.2021-12-31");
    signAllBut(nine);
    review(nine, ACCEPT);
    office.moveTo("2022-01-06 10:00");
    review(fourteen, ACCEPT);
    meet(milestone(22, "COMPLETION.2021-12-31"));
    office.moveTo(END);
  }

  /** Reported, signed and accepted in the same hour. */
  private void meet(String milestone) {
    report(milestone, 100);
    signAllBut(milestone);
    review(milestone, ACCEPT);
  }

  private void report(String milestone, int percent) {
    every(milestone, FILE).forEach(task -> complete(task, figures(milestone, percent)));
    every(milestone, CONSOLIDATE).forEach(task -> complete(task, figures(milestone, percent)));
  }

  private void fileOne(String milestone, String department, int percent) {
    complete(given(milestone, FILE, department), figures(milestone, percent));
  }

  private void signAllBut(String milestone, String... silent) {
    Set<String> without = Set.copyOf(Arrays.asList(silent));
    every(milestone, SIGN).stream()
        .filter(task -> !without.contains(who(task)))
        .forEach(task -> complete(task, AGREE));
  }

  private void sign(String milestone, String department, Map<String, Object> values) {
    complete(given(milestone, SIGN, department), values);
  }

  private void review(String milestone, Map<String, Object> values) {
    office.complete("duban", open(milestone, REVIEW), values);
  }

  private void closeProject(int ordinal, String decision) {
    Task task =
        everyOne("Activity_CloseProject").stream()
            .filter(one -> ofProject(one, ordinal))
            .findFirst()
            .orElseThrow();
    office.complete("duban", task, Map.of("decision", decision, "opinion", "材料核对。"));
  }

  private Map<String, Object> figures(String milestone, int percent) {
    Map<Integer, BigDecimal> actuals = new TreeMap<>();
    jdbc.sql(
            """
            select c.number, c.target from commitment c join milestone m on m.project_id = c.project_id
            where m.id = :milestone order by c.number
            """)
        .param("milestone", milestone)
        .query(
            row -> {
              actuals.put(row.getInt("number"), reached(row.getBigDecimal("target"), percent));
            });
    String json =
        actuals.entrySet().stream()
            .map(one -> "\"" + one.getKey() + "\": " + one.getValue().toPlainString())
            .collect(Collectors.joining(", ", "{", "}"));
    Map<String, Object> values = new HashMap<>();
    values.put("narrative", narrative(percent, actuals));
    values.put("percent", percent);
    values.put("actuals", json);
    return values;
  }

  /** What is nearly reached is given with two places, as people do. */
  private static BigDecimal reached(BigDecimal target, int percent) {
    return percent == 100
        ? target
        : target.multiply(BigDecimal.valueOf(percent, 2)).setScale(2, RoundingMode.DOWN);
  }

  private Task open(String milestone, String kind) {
    List<Task> found = every(milestone, kind);
    assertThat(found).as(kind + " of " + milestone).hasSize(1);
    return found.get(0);
  }

  private Task given(String milestone, String kind, String department) {
    return every(milestone, kind).stream()
        .filter(task -> who(task).equals(department))
        .findFirst()
        .orElseThrow();
  }

  private List<Task> every(String milestone, String kind) {
    return tasks
        .createTaskQuery()
        .processVariableValueEquals("milestoneId", milestone)
        .taskDefinitionKey(kind)
        .orderByTaskCreateTime()
        .asc()
        .orderByTaskId()
        .asc()
        .listPage(0, 100);
  }

  private List<Task> everyOne(String kind) {
    return tasks.createTaskQuery().taskDefinitionKey(kind).listPage(0, 200);
  }

  private boolean ofProject(Task task, int ordinal) {
    return project(ordinal).equals(tasks.getVariable(task.getId(), "projectId"))
        || String.valueOf(tasks.getVariable(task.getId(), "milestoneId"))
            .startsWith(project(ordinal) + ".");
  }

  /** In the sample a department's code is its handler's user id too. */
  private String who(Task task) {
    return Groups.codeOf(tasks.getIdentityLinksForTask(task.getId()).get(0).getGroupId());
  }

  private void complete(Task task, Map<String, Object> values) {
    office.complete(who(task), task, values);
  }
}

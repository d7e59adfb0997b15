package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.duban.DubanTest;
import org.duban.programme.InvalidSubmission;
import org.duban.security.Caller;
import org.duban.security.Visitor;
import org.duban.workflow.command.TaskVariables;
import org.duban.workflow.custody.TaskNames;
import org.duban.workflow.people.Administrators;
import org.duban.workflow.people.InTheName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A task is completed with what its form asks for and nothing else, whichever way the completion
 * comes, and nobody moves a process in another way.
 */
@DubanTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneDoorTest {

  private static final List<String> FACES =
      List.of("/engine-rest/task/", "/camunda/api/engine/engine/default/task/");
  private static final Pattern IN_MODELS =
      Pattern.compile(
          "\\$\\{[^}]*?\\b(\\w+)\\s*(?:\\)|==)|(?:elementVariable|source|target|inputParameter name)=\"(\\w+)\"");
  private static final Pattern IN_CODE =
      Pattern.compile(
          "(?:[gs]etVariable(?:s|Local)?|setVariableLocal|ValueEquals|answered)\\([^;]{0,60}?\"(\\w+)\"");
  private static final List<String> THE_ENGINES_OWN =
      List.of(
          "nrOfInstances",
          "nrOfActiveInstances",
          "nrOfCompletedInstances",
          "loopCounter",
          "execution",
          "task",
          "loggedInUserId");

  @LocalServerPort private int port;
  @Autowired private OneOfEachTask each;
  @Autowired private Office office;
  @Autowired private TestPeople people;
  @Autowired private InTheName inTheName;
  @Autowired private TaskService tasks;
  @Autowired private FormService forms;
  @Autowired private RuntimeService runtime;
  @Autowired private ApplicationContext context;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  private final ObjectMapper json = new ObjectMapper();
  private Map<String, Task> open;

  /** Opened once for the tests that change nothing. */
  @BeforeEach
  void oneTaskOfEachKindIsOpen() {
    if (open == null) {
      open = each.open();
    }
  }

  private Task reportToBeFiled() {
    Task report = open.get("Activity_FileProgressReport");
    open = null;
    return report;
  }

  @AfterAll
  void nothingStaysOpen() {
    office.openOn("2021-05-20 08:30");
  }

  @Test
  void everyVariableAndBeanIsRefusedWithEveryTaskOnBothFacesWhicheverWayItComes() {
    assertThat(open.keySet()).isEqualTo(drawn().keySet());
    Set<String> variables = variables();
    assertThat(variables)
        .contains("milestoneId", "projectId", "department", "headGroup", "escalationId")
        .contains("extensionRequestId", "reviewOutcome", "reworkMilestoneId", "periodMilestoneId");
    List<String> beans = List.of(context.getBeanDefinitionNames());
    assertThat(beans).contains("custody", "responsibility", "milestones", "progressReportFiled");
    Map<String, String> before = each.everything();

    Map<String, Visitor> browsers = new HashMap<>();
    for (Task task : open.values()) {
      Visitor browser = browsers.computeIfAbsent(each.whoDoes(task), this::browser);
      Set<String> accepted = accepted(task);
      List<String> foreign = new ArrayList<>(variables);
      foreign.removeAll(accepted);
      for (String face : FACES) {
        for (String act : List.of("/complete", "/submit-form", "/resolve")) {
          String route = face + task.getId() + act;
          refused(browser, route, task, foreign);
          for (int i = 0; i < beans.size(); i += 150) {
            refused(browser, route, task, beans.subList(i, Math.min(beans.size(), i + 150)));
          }
        }
      }
      for (String one : foreign) {
        refused(browser, FACES.get(0) + task.getId() + "/complete", task, List.of(one));
        refused(browser, FACES.get(1) + task.getId() + "/submit-form", task, List.of(one));
      }
    }

    assertThat(each.everything()).isEqualTo(before);
  }

  /** With all that the form asks for beside it, so that nothing else can be the reason. */
  private void refused(Visitor browser, String route, Task task, List<String> names) {
    Map<String, Object> values = new HashMap<>();
    rightValues(task).forEach((name, value) -> values.put(name, Map.of("value", value)));
    names.forEach(name -> values.put(name, Map.of("value", "x")));
    var answer = browser.post(route, text(Map.of("variables", values)));
    assertThat(answer.statusCode()).as(route + " " + names).isEqualTo(400);
    assertThat(answer.body()).contains("\"type\":\"InvalidSubmission\"", "。\"");
    if (names.size() == 1) {
      assertThat(answer.body()).contains("不接受变量“" + names.get(0) + "”");
    }
  }

  /** The rule itself, for each name by itself. */
  @Test
  void noTaskAcceptsANameThatItsFormDoesNotHave() {
    Set<String> names = variables();
    names.addAll(List.of(context.getBeanDefinitionNames()));
    drawn()
        .forEach(
            (task, process) -> {
              Set<String> accepted = TaskVariables.accepted(process, task).orElseThrow();
              for (String name : names) {
                assertThat(TaskVariables.refusal(process, task, Map.of(name, "x")).isEmpty())
                    .as(task + " " + name)
                    .isEqualTo(accepted.contains(name));
              }
            });
  }

  @Test
  void everyTaskAcceptsWhatItsFormAsksFor() throws IOException {
    for (Map.Entry<String, String> form : formsOf().entrySet()) {
      Matcher field =
          Pattern.compile("cam-variable-name=\"(\\w+)\"")
              .matcher(Files.readString(Path.of("processes", form.getValue())));
      Set<String> asked = new TreeSet<>();
      while (field.find()) {
        asked.add(field.group(1));
      }
      assertThat(TaskVariables.accepted(drawn().get(form.getKey()), form.getKey()).orElseThrow())
          .as(form.getKey())
          .containsAll(asked);
    }
  }

  @Test
  void noVariableOfTheProgramIsNamedLikeABean() {
    Set<String> variables = variables();
    THE_ENGINES_OWN.forEach(variables::remove);

    assertThat(variables).doesNotContain(context.getBeanDefinitionNames());
  }

  @Test
  void valueThatOnlyPassesThroughOrIsNoPlainOneIsRefusedToo() {
    Map<String, String> before = each.everything();
    Task report = open.get("Activity_FileProgressReport");

    for (Object odd :
        List.of(
            Variables.stringValue(each.milestone(4), true),
            Variables.byteArrayValue(new byte[] {1}),
            List.of("x"))) {
      Map<String, Object> hidden = new HashMap<>(rightValues(report));
      hidden.put("milestoneId", odd);
      assertRefused(() -> tasks.complete(report.getId(), hidden));
      Map<String, Object> wrong = new HashMap<>(rightValues(report));
      wrong.put("narrative", odd instanceof List ? odd : Variables.byteArrayValue(new byte[] {1}));
      assertRefused(() -> forms.submitTaskForm(report.getId(), wrong));
    }
    Visitor browser = browser(each.whoDoes(report));
    for (String face : FACES) {
      var answer =
          browser.post(
              face + report.getId() + "/complete",
              "{\"variables\":{\"milestoneId\":{\"value\":\"x\",\"type\":\"String\",\"valueInfo\":{\"transient\":true}}}}");
      assertThat(answer.statusCode()).isEqualTo(400);
    }

    assertThat(each.everything()).isEqualTo(before);
  }

  private void assertRefused(Runnable way) {
    assertThatThrownBy(() -> as("scjg", way)).isInstanceOf(InvalidSubmission.class);
  }

  private String mighty() {
    String mighty = people.newIn(Administrators.ENGINE_GROUP);
    for (Resources resource :
        List.of(Resources.TASK, Resources.PROCESS_INSTANCE, Resources.PROCESS_DEFINITION)) {
      people.grant(mighty, resource, "*", Permissions.ALL);
    }
    return mighty;
  }

  /** Of a person whom the engine itself would let do anything. */
  @Test
  void noOtherCommandOfAPersonMovesAProcessOrWritesAVariable() {
    String mighty = mighty();
    Map<String, String> before = each.everything();
    for (Task task : open.values()) {
      String id = task.getId();
      String execution = task.getExecutionId();
      String instance = task.getProcessInstanceId();
      String carried = runtime.getVariables(instance).keySet().iterator().next();
      Map<String, Object> milestone = Map.of("milestoneId", "x");
      for (Runnable way :
          List.<Runnable>of(
              () -> tasks.setVariable(id, "milestoneId", "x"),
              () -> tasks.setVariableLocal(id, "department", "x"),
              () -> tasks.setVariables(id, milestone),
              () -> tasks.removeVariable(id, carried),
              () -> tasks.resolveTask(id),
              () -> tasks.resolveTask(id, milestone),
              () -> tasks.handleBpmnError(id, "any", "any", milestone),
              () -> tasks.handleEscalation(id, "any", milestone),
              () -> runtime.setVariable(execution, "department", "x"),
              () -> runtime.setVariableLocal(execution, "department", "x"),
              () -> runtime.setVariables(instance, milestone),
              () -> runtime.removeVariable(instance, carried),
              () -> runtime.signal(execution, milestone),
              () -> runtime.messageEventReceived("MilestoneWithdrawn", instance, milestone),
              () ->
                  runtime
                      .createMessageCorrelation("ExtensionLapses")
                      .processInstanceId(instance)
                      .setVariables(milestone)
                      .correlate(),
              () ->
                  runtime
                      .createProcessInstanceModification(instance)
                      .cancelAllForActivity(task.getTaskDefinitionKey())
                      .execute(),
              () -> runtime.startProcessInstanceByKey("milestone", milestone),
              () -> runtime.deleteProcessInstance(instance, "any"))) {
        Throwable refused = catchThrowable(() -> as(mighty, way));
        assertThat(each.everything()).as("%s: %s", task.getName(), refused).isEqualTo(before);
      }
    }
  }

  @Test
  void whoWritesAVariableHearsThatTheProcessIsMovedByCompletingTasks() {
    String mighty = mighty();
    String report = open.get("Activity_FileProgressReport").getId();

    for (Runnable way :
        List.<Runnable>of(
            () -> tasks.setVariable(report, "custody", "x"),
            () -> tasks.setVariableLocal(report, "department", "x"),
            () -> tasks.handleBpmnError(report, "any"))) {
      assertThatThrownBy(() -> as(mighty, way))
          .isInstanceOf(InvalidSubmission.class)
          .hasMessage("流程只能通过办理任务推进，不能直接改动流程及其变量。");
    }
    assertThatThrownBy(() -> as(mighty, () -> tasks.resolveTask(report)))
        .isInstanceOf(InvalidSubmission.class)
        .hasMessageContaining("resolve");
    assertThatThrownBy(() -> as("ga", () -> tasks.resolveTask(report)))
        .as("who may not work on it hears no more than that")
        .isInstanceOf(AuthorizationException.class);
    as("scjg", () -> tasks.claim(report, "scjg"));
    as("scjg", () -> tasks.setAssignee(report, null));
  }

  @Test
  void whatItIsAboutIsWhatWasStoredWithTheTaskWhateverItsInstanceCarries() {
    Task report = reportToBeFiled();
    String own =
        jdbc.sql("select milestone_id from task_subject where task_id = :task")
            .param("task", report.getId())
            .query(String.class)
            .single();
    runtime.setVariableLocal(report.getExecutionId(), "milestoneId", each.milestone(4));
    runtime.setVariableLocal(report.getExecutionId(), "department", "ga");

    office.complete("scjg", report, Office.report("已检查。", 50));

    assertThat(
            jdbc.sql(
                    "select milestone_id || ' ' || on_behalf_of || ' ' || who from trail"
                        + " where what = 'REPORT_FILED' order by id desc limit 1")
                .query(String.class)
                .single())
        .isEqualTo(own + " scjg scjg");
  }

  @Test
  void variableNamedLikeABeanHidesNoneInAnInstanceThatCarriesOne() {
    Task report = reportToBeFiled();
    for (String bean : List.of("custody", "progressReportFiled", "responsibility")) {
      runtime.setVariable(report.getProcessInstanceId(), bean, "x");
    }

    office.complete("scjg", report, Office.report("已检查。", 50));

    assertThat(
            jdbc.sql("select count(*) from report where narrative = '已检查。'")
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void tasksThatWereGivenOutBeforeSubjectsWereKeptGetTheSame() {
    String open = "select * from task_subject where until is null order by task_id";
    String over =
        "select task_id, tenant_id, project_id, milestone_id, group_id, step, since, until"
            + " from task_subject where until is not null and milestone_id is not null"
            + " and step in ('Activity_FileProgressReport', 'Activity_ConsolidateReport',"
            + " 'Activity_SignOff', 'Activity_ResolveObjection') order by task_id";
    List<Map<String, Object>> keptOpen = rows(open);
    List<Map<String, Object>> keptOver = rows(over);
    assertThat(keptOpen).hasSize((int) tasks.createTaskQuery().count());
    assertThat(keptOver).isNotEmpty();

    transaction.executeWithoutResult(
        tx -> {
          jdbc.sql("delete from task_subject").update();
          jdbc.sql(
                  "alter table task_subject drop column step, drop column since, drop column until,"
                      + " drop column done")
              .update();
          jdbc.sql(migration("V811__subjects_of_open_tasks")).update();
          jdbc.sql(migration("V890__whose_tasks_were")).update();
        });

    assertThat(rows(open)).isEqualTo(keptOpen);
    assertThat(rows(over)).isEqualTo(keptOver);
  }

  private static String migration(String name) {
    try {
      return new ClassPathResource("db/migration/workflow/" + name + ".sql")
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Map<String, Object>> rows(String sql) {
    return jdbc.sql(sql).query().listOfRows();
  }

  private void as(String user, Runnable work) {
    Set<String> groups = new TreeSet<>();
    jdbc.sql("select group_id_ from act_id_membership where user_id_ = :user")
        .param("user", user)
        .query(String.class)
        .list()
        .forEach(groups::add);
    inTheName.of(
        new Caller(user, groups),
        () -> {
          work.run();
          return null;
        });
  }

  private Visitor browser(String user) {
    Visitor browser = Visitor.anonymous(port);
    browser.logIn(user, "demo");
    return browser.with("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN"));
  }

  private static Set<String> accepted(Task task) {
    return TaskVariables.accepted(
            drawn().get(task.getTaskDefinitionKey()), task.getTaskDefinitionKey())
        .orElseThrow();
  }

  private static Map<String, Object> rightValues(Task task) {
    Map<String, Object> all =
        Map.of(
            "narrative", "已办。",
            "percent", 100,
            "actuals", "{}",
            "decision", decision(task.getTaskDefinitionKey()),
            "opinion", "属实。",
            "explanation", "场地未落实。",
            "recoveryDate", "2021-07-30",
            "instruction", "抓紧补办。");
    Map<String, Object> right = new HashMap<>(all);
    right.keySet().retainAll(accepted(task));
    return right;
  }

  private static String decision(String task) {
    return switch (task) {
      case "Activity_SignOff" -> "AGREE";
      case "Activity_ReviewReport" -> "ACCEPT";
      case "Activity_CloseProject" -> "CLOSE";
      case "Activity_EndRhythm" -> "END";
      default -> "APPROVE";
    };
  }

  private String text(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every variable that the models or the code speak of. */
  private static Set<String> variables() {
    Set<String> names = new TreeSet<>(THE_ENGINES_OWN);
    models().forEach(text -> find(IN_MODELS, text, names));
    code().forEach(text -> find(IN_CODE, text, names));
    names.add(TaskNames.KIND);
    names.add(TaskNames.DUE);
    return names;
  }

  private static void find(Pattern pattern, String text, Set<String> names) {
    Matcher found = pattern.matcher(text);
    while (found.find()) {
      for (int i = 1; i <= found.groupCount(); i++) {
        if (found.group(i) != null) {
          names.add(found.group(i));
        }
      }
    }
  }

  /** The process of each user task. */
  private static Map<String, String> drawn() {
    Map<String, String> drawn = new TreeMap<>();
    models()
        .forEach(
            text -> {
              Matcher process = Pattern.compile("<bpmn:process id=\"([\\w-]+)\"").matcher(text);
              assertThat(process.find()).isTrue();
              Matcher task = Pattern.compile("<bpmn:userTask id=\"(\\w+)\"").matcher(text);
              while (task.find()) {
                drawn.put(task.group(1), process.group(1));
              }
            });
    return drawn;
  }

  private static Map<String, String> formsOf() {
    Map<String, String> forms = new TreeMap<>();
    models()
        .forEach(
            text -> {
              Matcher task =
                  Pattern.compile(
                          "<bpmn:userTask id=\"(\\w+)\"[^>]*formKey=\"embedded:deployment:([^\"]+)\"")
                      .matcher(text);
              while (task.find()) {
                forms.put(task.group(1), task.group(2));
              }
            });
    return forms;
  }

  private static List<String> models() {
    return texts(Path.of("processes"), ".bpmn");
  }

  private static List<String> code() {
    return texts(Path.of("src/main/java/org/duban/workflow"), ".java");
  }

  private static List<String> texts(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).map(OneDoorTest::text).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

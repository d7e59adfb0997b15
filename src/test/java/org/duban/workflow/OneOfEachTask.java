package org.duban.workflow;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.duban.programme.Extensions;
import org.duban.programme.OfficeActs;
import org.duban.programme.Programme;
import org.duban.workflow.people.Groups;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An office in which a task of every kind that the models have is open. */
@TestComponent
public class OneOfEachTask {

  private static final List<String> LEADS =
      List.of(
          "市场监督管理局",
          "财政金融局",
          "财政金融局",
          "财政金融局",
          "市场监督管理局、财政金融局",
          "财政金融局",
          "市场监督管理局",
          "市场监督管理局",
          "市场监督管理局",
          "财政金融局");

  private final Office office;
  private final OfficeActs acts;
  private final Extensions extensions;
  private final TaskService tasks;
  private final JdbcClient jdbc;

  private Programme programme;

  OneOfEachTask(
      Office office, OfficeActs acts, Extensions extensions, TaskService tasks, JdbcClient jdbc) {
    this.office = office;
    this.acts = acts;
    this.extensions = extensions;
    this.tasks = tasks;
    this.jdbc = jdbc;
  }

  /**
   * @return one open task of each definition, by the definition's id
   */
  public Map<String, Task> open() {
    office.openOn("2021-05-20 08:30");
    programme = office.dispatch(list());
    report("czjr", 2);
    report("czjr", 3);
    complete("scjg", 3, "Activity_SignOff", Map.of("decision", "OBJECT", "opinion", "数字不符。"));
    report("czjr", 4);
    report("scjg", 5);
    report("czjr", 5);
    report("czjr", 6);
    complete("duban", 6, "Activity_ReviewReport", Map.of("decision", "ACCEPT"));
    for (Task task : of(null, "Activity_AcknowledgeAssignment")) {
      if (task.getName().startsWith("签收：六、")) {
        office.complete("czjr", task, Map.of());
      }
    }
    ask(8);
    ask(9);
    complete("duban", 9, "Activity_EndorseExtension", Map.of("decision", "APPROVE"));
    acts.reassign(programme.id() + ".10", "czjr", "ga");
    office.moveTo("2021-07-06 09:00");
    Map<String, Task> each = new TreeMap<>();
    of(null, null).forEach(task -> each.putIfAbsent(task.getTaskDefinitionKey(), task));
    return each;
  }

  private static String list() {
    StringBuilder list = new StringBuilder("济宁高新区2021年度重点民生项目清单\n\n");
    for (int item = 1; item <= LEADS.size(); item++) {
      list.append("一二三四五六七八九十".charAt(item - 1))
          .append("、办好第")
          .append(item)
          .append("件民生实事。\n\n完成时限:")
          .append(item == 1 ? "2021年6月底" : item == 7 ? "长期坚持" : "2021年12月底")
          .append("\n\n牵头部门:")
          .append(LEADS.get(item - 1))
          .append(item == 2 || item == 3 ? "\n\n配合部门:市场监督管理局\n\n" : "\n\n");
    }
    return list.toString();
  }

  private void report(String user, int item) {
    complete(user, item, "Activity_FileProgressReport", Office.report("已办。", 100));
  }

  private void complete(String user, int item, String kind, Map<String, Object> values) {
    Task mine =
        of(milestone(item), kind).stream()
            .filter(task -> user.equals(whoDoes(task)))
            .findFirst()
            .orElseThrow();
    office.complete(user, mine, values);
  }

  private void ask(int item) {
    extensions.request(
        milestone(item), "scjg", LocalDate.parse("2022-01-31"), "场地尚未落实。", "scjg-head");
  }

  /** The dated milestone of one of its items, counted from one. */
  public String milestone(int item) {
    return jdbc.sql("select id from milestone where project_id = :project and due is not null")
        .param("project", programme.id() + "." + item)
        .query(String.class)
        .single();
  }

  private List<Task> of(String milestone, String kind) {
    var asked = tasks.createTaskQuery().orderByTaskName().asc();
    if (milestone != null) {
      asked.processVariableValueEquals("milestoneId", milestone);
    }
    if (kind != null) {
      asked.taskDefinitionKey(kind);
    }
    return asked.listPage(0, 500);
  }

  /** In the sample a department's code is its handler's user id too. */
  public String whoDoes(Task task) {
    String group =
        jdbc.sql("select group_id_ from act_ru_identitylink where task_id_ = :task")
            .param("task", task.getId())
            .query(String.class)
            .single();
    if (group.equals(Groups.OFFICE)) {
      return "duban";
    }
    if (Groups.ofHeads(group)) {
      return Groups.holderOf(group) + "-head";
    }
    return Groups.ofDepartment(group) ? Groups.codeOf(group) : group;
  }

  /** All that a completion could change, each table as one text. */
  public Map<String, String> everything() {
    Map<String, String> everything = new LinkedHashMap<>();
    for (String table :
        List.of(
            "act_ru_task",
            "act_ru_variable",
            "act_ru_execution",
            "task_subject",
            "holding",
            "trail",
            "report",
            "sign_off",
            "review",
            "extension_request",
            "explanation",
            "instruction",
            "assignment",
            "project",
            "milestone")) {
      everything.put(
          table,
          jdbc.sql("select md5(string_agg(t::text, '|' order by t::text)) from " + table + " t")
              .query(String.class)
              .optional()
              .orElse(""));
    }
    return everything;
  }
}

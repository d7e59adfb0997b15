package org.duban.workflow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.duban.directory.Directory;
import org.duban.directory.Person;
import org.duban.programme.ActRefused;
import org.duban.programme.Extensions;
import org.duban.programme.InvalidSubmission;
import org.duban.programme.OfficeActs;
import org.duban.programme.Suspensions;
import org.duban.workflow.people.Groups;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A year of the sample in which people do about as they do: some in time, some late, some object,
 * some ask for more time, and the office returns, suspends, hands over and withdraws. The same
 * number invents the same year.
 */
@TestComponent
public class InventedYear {

  private static final LocalDate START = LocalDate.of(2021, 5, 20);
  private static final LocalDate END = LocalDate.of(2022, 1, 20);
  private static final String WHY = "区政府常务会议议定。";

  private final Office office;
  private final TaskService tasks;
  private final Directory directory;
  private final Extensions extensions;
  private final Suspensions suspensions;
  private final OfficeActs acts;
  private final JdbcClient jdbc;

  InventedYear(
      Office office,
      TaskService tasks,
      Directory directory,
      Extensions extensions,
      Suspensions suspensions,
      OfficeActs acts,
      JdbcClient jdbc) {
    this.office = office;
    this.tasks = tasks;
    this.directory = directory;
    this.extensions = extensions;
    this.suspensions = suspensions;
    this.acts = acts;
    this.jdbc = jdbc;
  }

  /**
   * @param after each three weeks of it
   */
  public void live(long number, Runnable after) {
    Random chance = new Random(number);
    office.openOn(START + " 08:30");
    office.dispatchTheSample();
    after.run();
    for (LocalDate day = START.plusDays(11); day.isBefore(END); day = day.plusDays(20)) {
      office.moveTo(day + " 09:00");
      work(chance);
      decide(chance, day);
      after.run();
    }
  }

  private void work(Random chance) {
    for (Task task : shuffled(tasks.createTaskQuery().list(), chance)) {
      boolean stillThere =
          tasks.createTaskQuery().taskId(task.getId()).active().singleResult() != null;
      if (stillThere
          && !waitsForTheClock(task)
          && !task.getTaskDefinitionKey().equals("Activity_EndRhythm")
          && chance.nextInt(3) > 0) {
        complete(task, values(task, chance));
      }
    }
  }

  /** Nothing is decided about more time while the milestone is suspended. */
  private boolean waitsForTheClock(Task task) {
    return task.getTaskDefinitionKey().endsWith("Extension")
        && jdbc.sql("select state from milestone where id = :id")
            .param("id", tasks.getVariable(task.getId(), "milestoneId"))
            .query(String.class)
            .single()
            .equals("SUSPENDED");
  }

  /** Who had a hand in the other side of it leaves it to a colleague. */
  private void complete(Task task, Map<String, Object> values) {
    for (String person : peopleOf(task)) {
      try {
        office.complete(person, task, values);
        return;
      } catch (ProcessEngineException refused) {
        if (!(NestedExceptionUtils.getRootCause(refused) instanceof ActRefused act)
            || !act.getMessage().contains("同一人")) {
          throw refused;
        }
      }
    }
  }

  private List<String> peopleOf(Task task) {
    String group = tasks.getIdentityLinksForTask(task.getId()).get(0).getGroupId();
    if (Groups.ofHeads(group)) {
      return ids(directory.heads(Groups.holderOf(group)));
    }
    if (!Groups.ofDepartment(group)) {
      return ids(directory.handlers(group));
    }
    List<String> people = new ArrayList<>(ids(directory.handlers(Groups.codeOf(group))));
    people.addAll(ids(directory.heads(Groups.codeOf(group))));
    return people;
  }

  private static List<String> ids(List<Person> people) {
    return people.stream().map(Person::id).toList();
  }

  private static Map<String, Object> values(Task task, Random chance) {
    boolean against = chance.nextInt(5) == 0;
    Map<String, Object> values = new HashMap<>();
    switch (task.getTaskDefinitionKey()) {
      case "Activity_FileProgressReport", "Activity_ConsolidateReport" ->
          values.putAll(Office.report("已取得进展。", 40 + chance.nextInt(61)));
      case "Activity_SignOff" -> opinion(values, against ? "OBJECT" : "AGREE");
      case "Activity_ResolveObjection" -> values.put("narrative", "已与会签单位商定。");
      case "Activity_ReviewReport" -> opinion(values, against ? "RETURN" : "ACCEPT");
      case "Activity_CloseProject" -> opinion(values, against ? "RETURN" : "CLOSE");
      case "Activity_EndorseExtension", "Activity_DecideExtension" ->
          opinion(values, against ? "REFUSE" : "APPROVE");
      case "Activity_ExplainDelay" -> {
        values.put("explanation", "场地尚未落实。");
        values.put("recoveryDate", END.toString());
      }
      case "Activity_GiveInstruction" -> values.put("instruction", "抓紧补办。");
      default -> {
        // acknowledging needs no words
      }
    }
    return values;
  }

  private static void opinion(Map<String, Object> values, String decision) {
    values.put("decision", decision);
    values.put("opinion", "附件不全，请补充。");
  }

  private void decide(Random chance, LocalDate day) {
    for (String id :
        some("select id from milestone where state = 'REPORTING' and due is not null", chance)) {
      tried(
          () ->
              extensions.request(
                  id, leadOf(id), day.plusDays(60), "雨季影响施工。", leadOf(id) + "-head"));
    }
    for (String id : some("select id from milestone where state = 'SUSPENDED'", chance)) {
      tried(() -> suspensions.resume(id, WHY, "duban"));
    }
    for (String id :
        some(
            "select id from milestone where state in ('REPORTING', 'SIGN_OFF', 'REVIEW')",
            chance)) {
      tried(() -> suspensions.suspend(id, WHY, "duban"));
    }
    for (String id : some("select id from project where state = 'DISPATCHED'", chance)) {
      tried(() -> acts.reassign(id, leads(id).get(0), "ga"));
    }
    if (chance.nextInt(6) == 0) {
      for (String id : some("select id from project where state = 'DISPATCHED'", chance)) {
        tried(() -> acts.withdraw(id));
      }
    }
    for (String id : some("select id from project where state = 'CLOSED'", chance)) {
      tried(() -> acts.reopen(id));
    }
  }

  /** At most one, and often none. */
  private List<String> some(String sql, Random chance) {
    List<String> all = shuffled(jdbc.sql(sql + " order by id").query(String.class).list(), chance);
    return all.subList(0, Math.min(all.size(), chance.nextInt(2)));
  }

  /** What isn't allowed just then doesn't happen. */
  private static void tried(Runnable act) {
    try {
      act.run();
    } catch (ActRefused | InvalidSubmission refused) {
      // another day
    }
  }

  private String leadOf(String milestone) {
    return leads(
            jdbc.sql("select project_id from milestone where id = :id")
                .param("id", milestone)
                .query(String.class)
                .single())
        .get(0);
  }

  private List<String> leads(String project) {
    return jdbc.sql(
            """
            select department_code from assignment where project_id = :id and role = 'LEAD'
            order by position, department_code
            """)
        .param("id", project)
        .query(String.class)
        .list();
  }

  private static <T> List<T> shuffled(List<T> all, Random chance) {
    Map<String, T> inOrder = new TreeMap<>();
    all.forEach(one -> inOrder.put(one instanceof Task task ? nameOf(task) : one.toString(), one));
    List<T> shuffled = new ArrayList<>(inOrder.values());
    Collections.shuffle(shuffled, chance);
    return shuffled;
  }

  /** The engine's ids differ from run to run. */
  private static String nameOf(Task task) {
    return task.getTaskDefinitionKey()
        + task.getName()
        + task.getCreateTime().getTime()
        + task.getId();
  }
}

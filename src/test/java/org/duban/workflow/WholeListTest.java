package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.duban.DubanTest;
import org.duban.programme.Programme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole list through the year 2021. */
@DubanTest
class WholeListTest {

  @Autowired private Office office;
  @Autowired private TaskService tasks;
  @Autowired private JdbcClient jdbc;

  private Programme programme;

  record Escalated(int ordinal, int level, String responsible, String recipients) {}

  @BeforeEach
  void dispatched() {
    office.openOn("2021-05-20 08:30");
    programme = office.dispatchTheSample();
  }

  @Test
  void theListHasTwentyTwoProjectsAndTwentySixMilestones() {
    assertThat(programme.projects()).isEqualTo(22);
    assertThat(programme.milestones()).isEqualTo(26);
    assertThat(programme.state()).isEqualTo("DISPATCHED");
  }

  @Test
  void sendingItAgainStartsNothingTwice() {
    long before = tasks.createTaskQuery().count();

    office.dispatchTheSample();

    assertThat(tasks.createTaskQuery().count()).isEqualTo(before).isPositive();
  }

  @Test
  void missedJuneDeadlinesGoToTheHeadsOfTheirLeadsAndToNobodyElse() {
    office.moveTo("2021-07-01 09:00");

    assertThat(red()).containsExactly(13, 17, 19);
    assertThat(escalated())
        .containsExactlyInAnyOrder(
            new Escalated(13, 1, "scjg", "scjg-head"),
            new Escalated(17, 1, "frhj-cxtc", "frhj-cxtc-head"),
            new Escalated(19, 1, "xzsp", "xzsp-head"));
  }

  @Test
  void whatStaysUndoneClimbsTheLadderOnce() {
    office.moveTo("2021-07-20 09:00");

    assertThat(red()).containsExactly(13, 17, 19);
    assertThat(escalated())
        .extracting(Escalated::ordinal, Escalated::level)
        .containsExactlyInAnyOrder(
            tuple(13, 1),
            tuple(13, 2),
            tuple(13, 3),
            tuple(17, 1),
            tuple(17, 2),
            tuple(17, 3),
            tuple(19, 1),
            tuple(19, 2),
            tuple(19, 3));
    assertThat(office.taskOf("scjg-head", "Activity_ExplainDelay")).isNotNull();
    assertThat(office.tasksOf("leader"))
        .extracting(Task::getTaskDefinitionKey)
        .filteredOn("Activity_GiveInstruction"::equals)
        .hasSize(3);

    List<Long> told = notifications();
    office.moveTo("2021-07-20 18:00");
    office.moveTo("2021-08-10 09:00");

    assertThat(escalated()).hasSize(9);
    assertThat(notifications()).isEqualTo(told);
  }

  @Test
  void aYearInWhichEveryoneActsInTimeEscalatesNothing() {
    for (String day : List.of("06-20", "09-10", "11-25", "12-15")) {
      office.moveTo("2021-" + day + " 09:00");
      office.completeEverything(() -> owed("2021-" + day));
    }
    office.moveTo("2022-01-20 09:00");

    assertThat(jdbc.sql("select count(*) from escalation").query(Long.class).single()).isZero();
    assertThat(
            jdbc.sql("select ordinal from project where state <> 'CLOSED' order by ordinal")
                .query(Integer.class)
                .list())
        .as("the long-term projects run until the office ends their rhythm")
        .containsExactly(6, 13);
    assertThat(jdbc.sql("select distinct light from milestone_overview").query(String.class).list())
        .containsExactly("GREEN");
  }

  /** What a careful person has done by that day: what falls due within two weeks, and the rest. */
  private List<Task> owed(String day) {
    return tasks.createTaskQuery().list().stream()
        .filter(task -> !task.getTaskDefinitionKey().equals("Activity_EndRhythm"))
        .filter(
            task ->
                task.getDueDate() == null
                    || task.getDueDate()
                        .toInstant()
                        .isBefore(Office.at(day + " 00:00").plusSeconds(17 * 86400L)))
        // acknowledged first: a report takes that task away
        .sorted(Comparator.comparing(task -> task.getDueDate() != null))
        .toList();
  }

  private List<Integer> red() {
    return jdbc.sql("select ordinal from milestone_overview where light = 'RED' order by ordinal")
        .query(Integer.class)
        .list();
  }

  private List<Escalated> escalated() {
    return jdbc.sql(
            """
            select p.ordinal, e.level, array_to_string(e.responsible, ',') as responsible,
                   array_to_string(e.recipients, ',') as recipients
            from escalation e join project p on p.id = e.project_id
            """)
        .query(Escalated.class)
        .list();
  }

  /** How many messages there are, and how many distinct ones. */
  private List<Long> notifications() {
    return List.of(
        jdbc.sql("select count(*) from notification where kind like 'LEVEL%'")
            .query(Long.class)
            .single(),
        jdbc.sql(
                "select count(distinct (occasion, recipient)) from notification where kind like"
                    + " 'LEVEL%'")
            .query(Long.class)
            .single());
  }
}

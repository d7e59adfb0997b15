package org.duban.workflow.custody;

import java.util.List;
import java.util.Map;
import org.duban.escalation.Escalations;
import org.duban.programme.Projects;
import org.duban.programme.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who has the work of a task now that was taken away from a department: whoever took the place by
 * which it had the task. What a department did itself went to nobody, nor did what simply ended.
 */
@Component
public class TaskSuccessors {

  /** By which place in the project a department is given a task. */
  private enum Place {
    LEAD,
    FIRST_LEAD,
    SUPPORT,
    /** Any, by which it had in hand what was late. */
    ANSWERS_FOR_DELAY
  }

  private static final Map<String, Place> PLACES =
      Map.of(
          "Activity_AcknowledgeAssignment", Place.LEAD,
          "Activity_AcknowledgeNewAssignment", Place.LEAD,
          "Activity_FileProgressReport", Place.LEAD,
          "Activity_ConsolidateReport", Place.FIRST_LEAD,
          "Activity_ResolveObjection", Place.FIRST_LEAD,
          "Activity_SignOff", Place.SUPPORT,
          "Activity_ExplainDelay", Place.ANSWERS_FOR_DELAY);

  /** Steps of the office and of the leader, which no other takes over. */
  static final List<String> NEVER_HANDED_OVER =
      List.of(
          "Activity_ReviewReport",
          "Activity_EndorseExtension",
          "Activity_DecideExtension",
          "Activity_GiveInstruction",
          "Activity_EndRhythm",
          "Activity_CloseProject");

  private final JdbcClient jdbc;
  private final Projects projects;
  private final Escalations escalations;

  TaskSuccessors(JdbcClient jdbc, Projects projects, Escalations escalations) {
    this.jdbc = jdbc;
    this.escalations = escalations;
    this.projects = projects;
  }

  /**
   * Codes of departments; empty where the task is open, was done, or ended with what it was for.
   */
  public List<String> of(TaskSubject task) {
    Place place = PLACES.get(task.step());
    if (place == null || !takenAway(task)) {
      return List.of();
    }
    return switch (place) {
      case LEAD -> joined(task, Role.LEAD);
      case SUPPORT -> joined(task, Role.SUPPORT);
      case FIRST_LEAD ->
          projects.leads(task.projectId()).stream()
              .limit(1)
              .filter(first -> !first.equals(task.holder()))
              .toList();
      case ANSWERS_FOR_DELAY -> task.escalationId() == null ? List.of() : answeringNow(task);
    };
  }

  public static boolean knows(String step) {
    return PLACES.containsKey(step) || NEVER_HANDED_OVER.contains(step);
  }

  private boolean takenAway(TaskSubject task) {
    return jdbc.sql("select until is not null and not done from task_subject where task_id = :task")
        .param("task", task.taskId())
        .query(Boolean.class)
        .single();
  }

  /** Those who joined since it was given out, where its own department has no such place more. */
  private List<String> joined(TaskSubject task, Role role) {
    return jdbc.sql(
            """
            select a.department_code
            from task_subject t join assignment a
                on a.project_id = t.project_id and a.role = :role and a.assigned_at >= t.since
            where t.task_id = :task and not exists (
                select 1 from assignment own
                where own.project_id = t.project_id and own.role = :role and own.department_code = :holder)
            order by a.department_code
            """)
        .param("task", task.taskId())
        .param("role", role.name())
        .param("holder", task.holder())
        .query(String.class)
        .list();
  }

  private List<String> answeringNow(TaskSubject task) {
    List<String> now = escalations.holders(task.escalationId());
    if (now.contains(task.holder())) {
      return List.of();
    }
    List<String> before = escalations.find(task.escalationId()).orElseThrow().raisedFor();
    List<String> joined = now.stream().filter(one -> !before.contains(one)).toList();
    return joined.isEmpty() ? now : joined;
  }
}

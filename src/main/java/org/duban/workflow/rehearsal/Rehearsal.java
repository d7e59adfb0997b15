package org.duban.workflow.rehearsal;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.duban.calendar.WorkingCalendar;
import org.duban.directory.Directory;
import org.duban.notice.Draft;
import org.duban.programme.Programmes;
import org.duban.workflow.clock.EngineClock;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Runs a list through its time, with people who act before each due date or with none at all. */
@Component
@Profile({"demo", "test"})
public class Rehearsal {

  /** How long before the due day the willing act. */
  private static final int WORKING_DAYS_BEFORE = 5;

  private static final LocalTime OFFICE_OPENS = LocalTime.of(9, 0);

  private final Programmes programmes;
  private final Directory directory;
  private final WorkingCalendar calendar;
  private final EngineClock clock;
  private final TaskService tasks;
  private final WillingPeople people;

  Rehearsal(
      Programmes programmes,
      Directory directory,
      WorkingCalendar calendar,
      EngineClock clock,
      TaskService tasks,
      WillingPeople people) {
    this.programmes = programmes;
    this.directory = directory;
    this.calendar = calendar;
    this.clock = clock;
    this.tasks = tasks;
    this.people = people;
  }

  /**
   * Sends the list out now and lets the time run to the end of the last day.
   *
   * @return the programme's id
   */
  public String run(Draft draft, LocalDate last, boolean nobodyActs) {
    String officer = directory.handlers(Directory.SUPERVISING_OFFICE).get(0).id();
    String programme = programmes.register(draft, officer).programme().id();
    programmes.dispatch(programme, officer);
    if (!nobodyActs) {
      LocalDate.now(clock.clock())
          .datesUntil(last.plusDays(1))
          .filter(calendar::isWorkingDay)
          .forEach(this::work);
    }
    clock.moveTo(startOf(last.plusDays(1)).toInstant().minusSeconds(1));
    return programme;
  }

  private void work(LocalDate day) {
    clock.moveTo(day.atTime(OFFICE_OPENS).atZone(clock.clock().getZone()).toInstant());
    LocalDate upTo = calendar.plusWorkingDays(day, WORKING_DAYS_BEFORE);
    for (List<Task> open = toDo(upTo); !open.isEmpty(); open = toDo(upTo)) {
      open.forEach(people::complete);
    }
  }

  /**
   * What has no due day or is due by that day: whoever reports first isn't asked to acknowledge any
   * more. Long-term work goes on, so nobody ends it.
   */
  private List<Task> toDo(LocalDate upTo) {
    TaskQuery due = tasks.createTaskQuery().dueBefore(startOf(upTo.plusDays(1)));
    TaskQuery undated = tasks.createTaskQuery().withoutDueDate();
    return Stream.of(undated, due)
        .flatMap(query -> query.list().stream())
        .filter(task -> !task.getTaskDefinitionKey().equals("Activity_EndRhythm"))
        .toList();
  }

  private Date startOf(LocalDate day) {
    return Date.from(day.atStartOfDay(clock.clock().getZone()).toInstant());
  }
}

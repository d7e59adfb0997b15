package org.duban.workflow;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.duban.calendar.TimeMachine;
import org.duban.escalation.DeadlineSheet;
import org.duban.notice.NoticeReader;
import org.duban.programme.Programme;
import org.duban.programme.Programmes;
import org.duban.programme.revision.Difference;
import org.duban.programme.revision.Revisions;
import org.duban.workflow.clock.EngineClock;
import org.duban.workflow.people.LentGroups;
import org.duban.workflow.rehearsal.WillingPeople;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The people of the sample at their work: each sees the tasks they're offered and no others, and
 * completes them under their own name. A story begins with {@link #openOn}.
 */
@TestComponent
public class Office {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private final EngineClock clock;
  private final TimeMachine time;
  private final Programmes programmes;
  private final Revisions revisions;
  private final NoticeReader reader;
  private final TaskService tasks;
  private final IdentityService identity;
  private final JdbcClient jdbc;
  private final WillingPeople people;
  private final LentGroups lentGroups;
  private final DeadlineSheet sheet;
  private final FilterService filters;

  Office(
      EngineClock clock,
      TimeMachine time,
      Programmes programmes,
      Revisions revisions,
      NoticeReader reader,
      TaskService tasks,
      IdentityService identity,
      JdbcClient jdbc,
      WillingPeople people,
      LentGroups lentGroups,
      DeadlineSheet sheet,
      FilterService filters) {
    this.clock = clock;
    this.time = time;
    this.programmes = programmes;
    this.revisions = revisions;
    this.reader = reader;
    this.tasks = tasks;
    this.identity = identity;
    this.jdbc = jdbc;
    this.people = people;
    this.lentGroups = lentGroups;
    this.sheet = sheet;
    this.filters = filters;
  }

  /** An office where nothing has happened yet, at a local time of any day. */
  public void openOn(String localTime) {
    time.goTo(at(localTime));
    clock.set();
    clear();
  }

  private void clear() {
    jdbc.sql("delete from substitution").update();
    lentGroups.sync();
    List<String> ours =
        tables(
            "select table_name from information_schema.tables where table_type = 'BASE TABLE'"
                + " and table_schema = 'public' and table_name not like 'act\\_%'"
                + " and table_name not in ('flyway_schema_history', 'simulated_clock')");
    List<String> engines =
        tables(
            "select table_name from information_schema.tables where table_schema = 'public'"
                + " and (table_name like 'act\\_ru\\_%' or table_name like 'act\\_hi\\_%')"
                + " and table_name not in ('act_ru_authorization', 'act_ru_filter', 'act_ru_job',"
                + " 'act_ru_jobdef')");
    List<String> used = used(Stream.concat(ours.stream(), engines.stream()).toList());
    if (!used.isEmpty()) {
      jdbc.sql("truncate " + String.join(", ", used) + " cascade").update();
    }
    jdbc.sql("delete from act_ru_authorization where resource_type_ = 7 and resource_id_ <> '*'")
        .update();
    Instant firstTick =
        clock
            .clock()
            .instant()
            .atZone(SHANGHAI)
            .toLocalDate()
            .plusDays(1)
            .atStartOfDay(SHANGHAI)
            .toInstant();
    jdbc.sql(
            "update act_ru_job set duedate_ = :due, retries_ = 5 where handler_type_ = 'timer-start-event'")
        .param("due", Timestamp.from(firstTick))
        .update();
  }

  /** Emptying a table costs the same when it's empty already, and asking costs next to nothing. */
  private List<String> used(List<String> all) {
    return tables(
        all.stream()
            .map(one -> "select '" + one + "' where exists (select 1 from " + one + ")")
            .collect(Collectors.joining(" union all ")));
  }

  private List<String> tables(String sql) {
    return jdbc.sql(sql).query(String.class).list();
  }

  public void moveTo(String localTime) {
    clock.moveTo(at(localTime));
  }

  /**
   * As {@link #moveTo}, at a fraction of the cost: the sheet runs at each of its ticks, but not by
   * the engine's timer, and Tasklist's lists aren't turned, since nobody looks at them.
   */
  public void passTo(String localTime) {
    Instant target = at(localTime);
    for (Instant tick = nextTick(); !tick.isAfter(target); tick = nextTick()) {
      runSheetAt(tick);
    }
    goTo(target);
  }

  /** Nobody runs the sheet until then; then it catches up. */
  public void standStillTo(String localTime) {
    runSheetAt(at(localTime));
  }

  private Instant nextTick() {
    return sheet.nextTick(clock.clock().instant());
  }

  private void runSheetAt(Instant instant) {
    goTo(instant);
    lentGroups.sync();
    sheet.run();
  }

  private void goTo(Instant instant) {
    time.goTo(instant);
    clock.set();
    putOffTimerTo(nextTick());
  }

  private void putOffTimerTo(Instant time) {
    jdbc.sql(
            "update act_ru_job set duedate_ = :due where handler_type_ = 'timer-start-event' and duedate_ <= :due")
        .param("due", Timestamp.from(time))
        .update();
  }

  public static Instant at(String localTime) {
    return LocalDateTime.parse(localTime.replace(' ', 'T')).atZone(SHANGHAI).toInstant();
  }

  /** Registers the sample list and sends it out. */
  public Programme dispatchTheSample() {
    try {
      return dispatch(
          new ClassPathResource("config/programmes/jining-2021.txt")
              .getContentAsString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Registers a list and sends it out. */
  public Programme dispatch(String list) {
    return send(register(list));
  }

  public Programme register(String list) {
    return programmes.register(reader.read(list), "duban").programme();
  }

  public Programme send(Programme programme) {
    return programmes.dispatch(programme.id(), "duban").orElseThrow();
  }

  /** Applies a revised list as the supervising office. */
  public Difference revise(Programme programme, String list, String reason) {
    return revisions.apply(programme.id(), reader.read(list), reason, "duban").orElseThrow();
  }

  /** The tasks that a person is offered, in the order in which they came. */
  public List<Task> tasksOf(String user) {
    return as(user, () -> tasks.createTaskQuery().orderByTaskCreateTime().asc().listPage(0, 2000));
  }

  /** The one task of that kind that a person is offered. */
  public Task taskOf(String user, String kind) {
    List<Task> found =
        tasksOf(user).stream().filter(task -> task.getTaskDefinitionKey().equals(kind)).toList();
    assertThat(found).as(kind + " of " + user).hasSize(1);
    return found.get(0);
  }

  /** The person completes the one task of that kind that they are offered. */
  public void complete(String user, String kind, Map<String, Object> values) {
    complete(user, taskOf(user, kind), values);
  }

  public void complete(String user, Task task, Map<String, Object> values) {
    as(
        user,
        () -> {
          tasks.complete(task.getId(), values);
          return null;
        });
  }

  /** Whoever is offered a task completes it as a willing person would, until none is left. */
  public void completeEverything(Supplier<List<Task>> open) {
    for (List<Task> round = open.get(); !round.isEmpty(); round = open.get()) {
      round.forEach(people::complete);
    }
  }

  public static Map<String, Object> report(String narrative, int percent) {
    return Map.of("narrative", narrative, "percent", percent, "actuals", "{}");
  }

  /** The lists that a person finds in Tasklist, in their order, each with its number of tasks. */
  public Map<String, Long> listsOf(String user) {
    return as(
        user,
        () -> {
          Map<String, Long> lists = new LinkedHashMap<>();
          filters.createTaskFilterQuery().listPage(0, 100).stream()
              .sorted(comparing(filter -> (Integer) filter.getProperties().get("priority")))
              .forEach(filter -> lists.put(filter.getName(), filters.count(filter.getId())));
          return lists;
        });
  }

  /**
   * The kinds of the tasks in one of a person's lists, in the order in which Tasklist shows them.
   */
  public List<String> kindsIn(String user, String list) {
    return as(
        user,
        () ->
            filters.createTaskFilterQuery().filterName(list).listPage(0, 10).stream()
                .flatMap(filter -> filters.<Task>listPage(filter.getId(), 0, 100).stream())
                .map(Task::getTaskDefinitionKey)
                .toList());
  }

  /** The person claims the one task of that kind that they are offered. */
  public void claim(String user, String kind) {
    Task task = taskOf(user, kind);
    as(
        user,
        () -> {
          tasks.claim(task.getId(), user);
          return null;
        });
  }

  /**
   * The person hands the one task of that kind to another.
   *
   * @param to null gives it back to all it is offered to
   */
  public void hand(String user, String kind, String to) {
    Task task = taskOf(user, kind);
    as(
        user,
        () -> {
          tasks.setAssignee(task.getId(), to);
          return null;
        });
  }

  private <T> T as(String user, Supplier<T> work) {
    identity.clearAuthentication();
    List<String> groups =
        identity.createGroupQuery().groupMember(user).list().stream().map(Group::getId).toList();
    identity.setAuthentication(user, groups, List.of("jngxq"));
    try {
      return work.get();
    } finally {
      identity.clearAuthentication();
    }
  }
}

package org.duban.workflow.tasklist;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.duban.workflow.custody.TaskNames;
import org.duban.workflow.people.LentGroupsChanged;
import org.duban.workflow.people.Rights;
import org.duban.workflow.tasklist.TaskShelf.Span;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the engine's filters in step with {@link TaskLists}; every filter there is one of ours. A
 * stored filter can't ask for the reader's own groups or for today, since expressions in stored
 * queries are shut: so each reader has lists of their own, and their days are turned with the
 * deadline sheet, as the lights are. In each the personal tasks stand first, then the latest.
 */
@Component
public class TasklistFilters {

  private static final String KEY = "key";
  private static final String DAY = "day";

  private final FilterService filters;
  private final TaskService tasks;
  private final TaskLists lists;
  private final Rights rights;
  private final Clock clock;

  /** The day to which all lists are turned; null when that isn't known. */
  private volatile LocalDate turned;

  TasklistFilters(
      FilterService filters, TaskService tasks, TaskLists lists, Rights rights, Clock clock) {
    this.filters = filters;
    this.tasks = tasks;
    this.lists = lists;
    this.rights = rights;
    this.clock = clock;
  }

  /** Makes what is missing, brings the rest up to date and takes away what nobody has any more. */
  @Transactional
  public void sync() {
    turned = null;
    Map<Object, Filter> known = known("%");
    for (TaskList list : lists.all()) {
      Filter filter = known.remove(list.key());
      if (filter == null) {
        filter = filters.newTaskFilter();
        write(list, filter);
        allowReading(list, filter);
      } else {
        write(list, filter);
      }
    }
    known.values().forEach(filter -> filters.deleteFilter(filter.getId()));
  }

  /** Another day has come: rewrites the lists that depend on it, once a day. */
  @Transactional
  public void turn() {
    LocalDate today = today();
    if (today.equals(turned)) {
      return;
    }
    Map<Object, Filter> known = new HashMap<>();
    // the engine reads a filter's whole query with it: only those that are rewritten are asked for
    TaskShelf.dated().forEach(shelf -> known.putAll(known(TaskList.namedAfter(shelf))));
    for (TaskList list : lists.all()) {
      Filter filter = known.get(list.key());
      if (filter != null
          && list.shelf().span() != Span.ANY
          && !today.toString().equals(filter.getProperties().get(DAY))) {
        write(list, filter);
      }
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            turned = today;
          }
        });
  }

  /** Whoever stands in for another finds that work among their own, in the same list. */
  @EventListener
  @Transactional
  void follow(LentGroupsChanged changed) {
    Map<Object, Filter> known = known("%");
    lists
        .ofEveryone()
        .filter(list -> changed.substitutes().contains(list.reader()))
        .filter(list -> known.containsKey(list.key()))
        .forEach(list -> write(list, known.get(list.key())));
  }

  private Map<Object, Filter> known(String names) {
    Map<Object, Filter> known = new HashMap<>();
    for (Filter filter : filters.createTaskFilterQuery().filterNameLike(names).list()) {
      known.put(filter.getProperties().getOrDefault(KEY, filter.getId()), filter);
    }
    return known;
  }

  private void write(TaskList list, Filter filter) {
    filter.setName(list.name());
    filter.setQuery(query(list));
    filter.setProperties(
        Map.of(
            KEY,
            list.key(),
            DAY,
            today().toString(),
            "description",
            list.shelf().description(),
            "priority",
            list.shelf().ordinal(),
            "refresh",
            true,
            "color",
            list.shelf().colour(),
            "variables",
            List.of(
                Map.of("name", TaskNames.KIND, "label", "节点"),
                Map.of("name", TaskNames.DUE, "label", "到期日"),
                Map.of("name", TaskNames.MILESTONE_DUE, "label", "节点到期日")),
            "showUndefinedVariable",
            false));
    filters.saveFilter(filter);
  }

  private void allowReading(TaskList list, Filter filter) {
    if (list.person()) {
      rights.grantToPerson(list.reader(), Resources.FILTER, filter.getId(), Permissions.READ);
    } else {
      rights.grant(list.reader(), Resources.FILTER, filter.getId(), Permissions.READ);
    }
  }

  private TaskQuery query(TaskList list) {
    TaskQuery query = tasks.createTaskQuery();
    if (list.groups().isEmpty()) {
      query.taskAssignee(list.reader());
    } else {
      query.taskCandidateGroupIn(List.copyOf(list.groups())).includeAssignedTasks();
    }
    if (!list.shelf().steps().isEmpty()) {
      query.taskDefinitionKeyIn(list.shelf().steps().toArray(String[]::new));
    }
    switch (list.shelf().span()) {
      case OVERDUE -> query.dueBefore(startOf(today()));
      case THIS_WEEK ->
          query
              .dueAfter(startOf(today()))
              .dueBefore(startOf(today().with(TemporalAdjusters.next(DayOfWeek.MONDAY))));
      case ANY -> {
        // whatever is open
      }
    }
    return query.orderByTaskPriority().desc().orderByDueDate().asc();
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private Date startOf(LocalDate day) {
    return Date.from(day.atStartOfDay(clock.getZone()).toInstant());
  }
}

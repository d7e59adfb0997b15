package org.duban.workflow;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.duban.directory.Directory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lists that people find in Tasklist: one for each group, which only that group sees. A stored
 * filter can't ask for the reader's own groups, since expressions in stored queries are shut.
 */
@Component
class TasklistFilters {

  private record Listing(String name, String group, String description) {}

  private final FilterService filters;
  private final TaskService tasks;
  private final Directory directory;
  private final Rights rights;

  TasklistFilters(FilterService filters, TaskService tasks, Directory directory, Rights rights) {
    this.filters = filters;
    this.tasks = tasks;
    this.directory = directory;
    this.rights = rights;
  }

  @Transactional
  void sync() {
    Map<String, Filter> known =
        filters.createTaskFilterQuery().list().stream()
            .collect(Collectors.toMap(Filter::getName, filter -> filter));
    for (Listing listing : listings()) {
      Filter filter = known.get(listing.name());
      if (filter == null) {
        filter = filters.newTaskFilter(listing.name());
      }
      filter.setQuery(offeredTo(listing.group()));
      filter.setProperties(
          Map.of(
              "description",
              listing.description(),
              "priority",
              0,
              "refresh",
              true,
              "color",
              "#B5152B",
              "showUndefinedVariable",
              false));
      filters.saveFilter(filter);
      rights.grant(listing.group(), Resources.FILTER, filter.getId(), Permissions.READ);
    }
  }

  private TaskQuery offeredTo(String group) {
    return tasks
        .createTaskQuery()
        .taskCandidateGroup(group)
        .includeAssignedTasks()
        .orderByDueDate()
        .asc();
  }

  private List<Listing> listings() {
    return directory.groups().stream().sorted().flatMap(group -> listing(group).stream()).toList();
  }

  private List<Listing> listing(String group) {
    if (Groups.ofDepartment(group)) {
      String name = directory.nameOf(Groups.codeOf(group));
      return List.of(new Listing(name + " 待办", group, "本单位待办，最先到期的在前"));
    }
    if (Groups.ofHeads(group)) {
      String name = directory.nameOf(Groups.holderOf(group));
      return List.of(new Listing(name + " 负责人待办", group, "请负责人说明延误原因"));
    }
    return switch (group) {
      case Groups.OFFICE -> List.of(new Listing("督查室 待办", group, "待审核、待核签延期、待销号"));
      case Groups.LEADER -> List.of(new Listing("领导 待批示", group, "逾期督办待批示，延期待审批"));
      default -> List.of();
    };
  }
}

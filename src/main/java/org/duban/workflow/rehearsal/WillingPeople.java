package org.duban.workflow.rehearsal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.duban.directory.Directory;
import org.duban.directory.Person;
import org.duban.workflow.people.Groups;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * People who do whatever they are asked, each under their own name and with their own rights. They
 * exist in simulated time only.
 */
@Component
@Profile({"demo", "test"})
public class WillingPeople {

  private final TaskService tasks;
  private final IdentityService identity;
  private final Directory directory;
  private final Clock clock;

  WillingPeople(TaskService tasks, IdentityService identity, Directory directory, Clock clock) {
    this.tasks = tasks;
    this.identity = identity;
    this.directory = directory;
    this.clock = clock;
  }

  /** Whoever is offered the task completes it, agreeing with everything. */
  public void complete(Task task) {
    String user = handlerOf(task).id();
    List<String> groups =
        identity.createGroupQuery().groupMember(user).list().stream().map(Group::getId).toList();
    identity.setAuthentication(user, groups, List.of(directory.publisher().code()));
    try {
      tasks.complete(task.getId(), willingly(task));
    } finally {
      identity.clearAuthentication();
    }
  }

  private Person handlerOf(Task task) {
    String group = tasks.getIdentityLinksForTask(task.getId()).get(0).getGroupId();
    if (Groups.ofHeads(group)) {
      return directory.heads(Groups.holderOf(group)).get(0);
    }
    String holder = Groups.ofDepartment(group) ? Groups.codeOf(group) : group;
    return directory.handlers(holder).get(0);
  }

  private Map<String, Object> willingly(Task task) {
    return switch (task.getTaskDefinitionKey()) {
      case "Activity_FileProgressReport", "Activity_ConsolidateReport" ->
          Map.of("narrative", "已按期完成。", "percent", 100, "actuals", "{}");
      case "Activity_SignOff" -> Map.of("decision", "AGREE");
      case "Activity_ReviewReport" -> Map.of("decision", "ACCEPT");
      case "Activity_EndorseExtension", "Activity_DecideExtension" -> Map.of("decision", "APPROVE");
      case "Activity_CloseProject" -> Map.of("decision", "CLOSE");
      case "Activity_ExplainDelay" ->
          Map.of("explanation", "正在补办。", "recoveryDate", LocalDate.now(clock).toString());
      case "Activity_GiveInstruction" -> Map.of("instruction", "抓紧补办。");
      default -> Map.of();
    };
  }
}

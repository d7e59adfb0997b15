package org.duban.workflow.people;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.duban.programme.InvalidSubmission;

/**
 * Whoever is offered a task may also give it back, free it for a colleague or hand it to one: what
 * one person claimed and left lying isn't lost to the department. It never leaves those it is
 * offered to, since an assignee sees the task whatever group they're in.
 */
class WithinTheGroup extends DefaultAuthorizationProvider {

  @Override
  public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String group, String type) {
    AuthorizationEntity[] given = super.newTaskGroupIdentityLink(task, group, type);
    Stream.of(given == null ? new AuthorizationEntity[0] : given)
        .filter(Objects::nonNull)
        .filter(one -> one.getResourceType() == Resources.TASK.resourceType())
        .forEach(one -> one.addPermission(TaskPermissions.TASK_ASSIGN));
    return given;
  }

  @Override
  public AuthorizationEntity[] newTaskAssignee(Task task, String before, String now) {
    if (now != null && !offeredTo(now, (TaskEntity) task)) {
      throw new InvalidSubmission("这项任务只能由承办单位的人员办理，不能交给 " + now + "。");
    }
    return super.newTaskAssignee(task, before, now);
  }

  private static boolean offeredTo(String person, TaskEntity task) {
    List<String> groups =
        task.getCandidates().stream()
            .map(IdentityLink::getGroupId)
            .filter(Objects::nonNull)
            .toList();
    return Context.getCommandContext()
        .runWithoutAuthorization(() -> groups.stream().anyMatch(group -> isIn(group, person)));
  }

  private static boolean isIn(String group, String person) {
    IdentityService identity = Context.getProcessEngineConfiguration().getIdentityService();
    return identity.createUserQuery().userId(person).memberOfGroup(group).count() > 0;
  }
}

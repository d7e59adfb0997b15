package org.duban.workflow.custody;

import org.duban.workflow.people.Groups;

/**
 * What a task is about, and whose it is.
 *
 * @param step of the model, by its id
 * @param milestoneId null for a task of the project as a whole
 * @param group to which the task is offered
 * @param escalationId null where the task answers none
 * @param extensionRequestId null where the task answers none
 * @param open whether it's neither done nor taken away
 */
public record TaskSubject(
    String taskId,
    String step,
    String tenantId,
    String projectId,
    String milestoneId,
    String group,
    Long escalationId,
    Long extensionRequestId,
    boolean open) {

  /** Code of the department for which it is done. */
  public String department() {
    return Groups.codeOf(group);
  }

  /** Whose head does it: a department's code or the supervising office. */
  public String headOf() {
    return Groups.holderOf(group);
  }

  /** A department's code, {@code supervising-office} or {@code leader}. */
  public String holder() {
    if (Groups.ofHeads(group)) {
      return headOf();
    }
    return Groups.ofDepartment(group) ? department() : group;
  }
}

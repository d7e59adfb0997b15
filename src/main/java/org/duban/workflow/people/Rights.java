package org.duban.workflow.people;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.AuthorizationQuery;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.duban.directory.Directory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What each group may see in the engine's pages. To work on tasks needs no entry here: the engine
 * itself gives a task to the group it's offered to, and to no other.
 */
@Component
public class Rights {

  private final AuthorizationService authorizations;
  private final Directory directory;

  Rights(AuthorizationService authorizations, Directory directory) {
    this.authorizations = authorizations;
    this.directory = directory;
  }

  @Transactional
  public void grant() {
    for (String group : directory.groups()) {
      application(group, "welcome");
      switch (group) {
        case Groups.OFFICE, Groups.LEADER -> oversee(group);
        case Groups.SYSTEM_ADMIN -> administerPeople(group);
        case "security-admin" -> administerRights(group);
        case "auditor" -> {
          // reads the trail through our own pages only
        }
        default -> work(group);
      }
    }
  }

  private void work(String group) {
    application(group, "tasklist");
    models(group, Permissions.READ);
  }

  private void oversee(String group) {
    application(group, "tasklist");
    application(group, "cockpit");
    models(
        group,
        ProcessDefinitionPermissions.READ,
        ProcessDefinitionPermissions.READ_INSTANCE,
        ProcessDefinitionPermissions.READ_TASK,
        ProcessDefinitionPermissions.READ_HISTORY,
        ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE);
    // Cockpit counts the tasks of all groups; by the models they are in sight already
    grant(group, Resources.TASK, ANY, Permissions.READ);
    grant(group, Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY);
    grant(group, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ);
    grant(group, Resources.DEPLOYMENT, ANY, Permissions.READ);
  }

  private void administerPeople(String group) {
    application(group, "admin");
    grant(group, Resources.USER, ANY, Permissions.ALL);
    grant(group, Resources.GROUP, ANY, Permissions.ALL);
    grant(group, Resources.GROUP_MEMBERSHIP, ANY, Permissions.ALL);
    grant(group, Resources.TENANT, ANY, Permissions.READ);
    grant(group, Resources.TENANT_MEMBERSHIP, ANY, Permissions.ALL);
  }

  private void administerRights(String group) {
    application(group, "admin");
    grant(group, Resources.AUTHORIZATION, ANY, Permissions.ALL);
    grant(group, Resources.USER, ANY, Permissions.READ);
    grant(group, Resources.GROUP, ANY, Permissions.READ);
  }

  private void application(String group, String name) {
    grant(group, Resources.APPLICATION, name, Permissions.ACCESS);
  }

  private void models(String group, Permission... permissions) {
    grant(group, Resources.PROCESS_DEFINITION, ANY, permissions);
  }

  /** The group's one entry for this resource, new or brought up to date. */
  public void grant(String group, Resource resource, String id, Permission... permissions) {
    save(entries(resource, id).groupIdIn(group), null, group, resource, id, permissions);
  }

  /** The same for one person. */
  public void grantToPerson(String user, Resource resource, String id, Permission... permissions) {
    save(entries(resource, id).userIdIn(user), user, null, resource, id, permissions);
  }

  private AuthorizationQuery entries(Resource resource, String id) {
    return authorizations
        .createAuthorizationQuery()
        .authorizationType(AUTH_TYPE_GRANT)
        .resourceType(resource)
        .resourceId(id);
  }

  private void save(
      AuthorizationQuery known,
      String user,
      String group,
      Resource resource,
      String id,
      Permission... permissions) {
    Authorization grant = known.singleResult();
    if (grant == null) {
      grant = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
      grant.setUserId(user);
      grant.setGroupId(group);
      grant.setResource(resource);
      grant.setResourceId(id);
    }
    grant.setPermissions(permissions);
    authorizations.saveAuthorization(grant);
  }
}

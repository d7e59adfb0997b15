package org.duban.workflow;

import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.boot.test.context.TestConfiguration;

/** Makes people for tests, each of them new. */
@TestConfiguration(proxyBeanMethods = false)
public class TestPeople {

  public static final String PASSWORD = "Probe-Passwort-1!";

  private final AtomicInteger count = new AtomicInteger();
  private final IdentityService identities;
  private final AuthorizationService authorizations;

  TestPeople(IdentityService identities, AuthorizationService authorizations) {
    this.identities = identities;
    this.authorizations = authorizations;
  }

  /** A user of these groups, who may open all webapps. */
  public String newIn(String... groups) {
    String id = "door-" + count.incrementAndGet();
    var user = identities.newUser(id);
    user.setFirstName("试");
    user.setLastName("用");
    user.setPassword(PASSWORD);
    identities.saveUser(user);
    for (String group : groups) {
      join(id, group);
    }
    grant(id, Resources.APPLICATION, "*", Permissions.ACCESS);
    return id;
  }

  public void join(String user, String group) {
    if (identities.createGroupQuery().groupId(group).count() == 0) {
      identities.saveGroup(identities.newGroup(group));
    }
    identities.createMembership(user, group);
  }

  public void leave(String user, String group) {
    identities.deleteMembership(user, group);
  }

  public void delete(String user) {
    identities.deleteUser(user);
  }

  public boolean exists(String user) {
    return identities.createUserQuery().userId(user).count() > 0;
  }

  void grant(String user, Resources resource, String id, Permissions permission) {
    Authorization right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    right.setUserId(user);
    right.setResource(resource);
    right.setResourceId(id);
    right.addPermission(permission);
    authorizations.saveAuthorization(right);
  }
}

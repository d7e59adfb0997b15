package org.duban.workflow.people;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.duban.security.CannotStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Nobody may find an installation without an administrator: the engine lets whoever comes first
 * make one (CVE-2026-77226).
 */
@Component
public class Administrators {

  public static final String ENGINE_GROUP = "camunda-admin";
  static final String ENGINE_GROUP_NAME = "Camunda 管理员";

  private static final Logger log = LoggerFactory.getLogger(Administrators.class);

  private final IdentityService identities;
  private final AdministratorSettings settings;

  public Administrators(IdentityService identities, AdministratorSettings settings) {
    this.identities = identities;
    this.settings = settings;
  }

  /**
   * Makes the first administrator from the settings when there is none. Changes nothing otherwise.
   *
   * @throws CannotStart when there is none and the settings name none, or the password is too weak
   */
  public void ensure() {
    if (identities.createUserQuery().memberOfGroup(ENGINE_GROUP).count() > 0) {
      return;
    }
    if (!settings.given()) {
      throw new CannotStart(
          "系统还没有管理员:请设置 duban.administrator.id 和 duban.administrator.password。"
              + "There is no administrator yet: set duban.administrator.id and"
              + " duban.administrator.password.");
    }
    createUser();
    for (String group : List.of(ENGINE_GROUP, Groups.SYSTEM_ADMIN)) {
      join(group);
    }
    log.info("{} is the first administrator", settings.id());
  }

  private void createUser() {
    if (identities.createUserQuery().userId(settings.id()).count() > 0) {
      return;
    }
    try {
      User user = identities.newUser(settings.id());
      user.setPassword(settings.password());
      identities.saveUser(user);
    } catch (ProcessEngineException e) {
      throw new CannotStart(
          "无法建立首任管理员“%s”:密码须符合密码规则(至少 10 位,含大小写字母、数字和特殊字符,不含用户名)。".formatted(settings.id())
              + "The first administrator could not be made, the password must satisfy the policy: "
              + e.getMessage(),
          e);
    }
  }

  private void join(String group) {
    if (identities.createGroupQuery().groupId(group).count() == 0) {
      Group made = identities.newGroup(group);
      made.setName(group.equals(Groups.SYSTEM_ADMIN) ? "系统管理员" : ENGINE_GROUP_NAME);
      made.setType("SYSTEM");
      identities.saveGroup(made);
    }
    boolean member =
        identities.createUserQuery().userId(settings.id()).memberOfGroup(group).count() > 0;
    if (!member) {
      identities.createMembership(settings.id(), group);
    }
  }
}

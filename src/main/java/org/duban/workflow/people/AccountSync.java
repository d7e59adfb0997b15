package org.duban.workflow.people;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.duban.directory.Account;
import org.duban.directory.Directory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the engine's users and groups in step with the directory. Who is new gets a password nobody
 * knows, until the administrator sets one; in profile {@code demo} all have the one that the README
 * tells. Groups that the directory doesn't speak of are left alone.
 */
@Component
public class AccountSync {

  private static final Map<String, String> DUTIES =
      Map.of(Groups.SYSTEM_ADMIN, "系统管理员", "security-admin", "安全管理员", "auditor", "审计员");

  private final IdentityService identity;
  private final Directory directory;
  private final LentGroups lentGroups;
  private final String demoPassword;
  private final SecureRandom random = new SecureRandom();

  AccountSync(
      IdentityService identity,
      Directory directory,
      LentGroups lentGroups,
      @Value("${duban.demo.password:}") String demoPassword) {
    this.identity = identity;
    this.directory = directory;
    this.lentGroups = lentGroups;
    this.demoPassword = demoPassword;
  }

  @Transactional
  public void sync() {
    Set<String> groups = directory.groups();
    createTenant();
    createGroups(groups);
    createUsers();
    directory.accounts().forEach(account -> keepMemberships(account, groups));
    expelStrangers(groups);
    if (!demoPassword.isEmpty()) {
      letThemAdministerTheEngine();
    }
  }

  /** Elsewhere the installation's first administrator does: the others' passwords nobody knows. */
  private void letThemAdministerTheEngine() {
    Group engineGroup =
        Optional.ofNullable(
                identity.createGroupQuery().groupId(Administrators.ENGINE_GROUP).singleResult())
            .orElseGet(() -> identity.newGroup(Administrators.ENGINE_GROUP));
    if (engineGroup.getName() == null) {
      engineGroup.setName(Administrators.ENGINE_GROUP_NAME);
      identity.saveGroup(engineGroup);
    }
    Set<String> already = members(Administrators.ENGINE_GROUP);
    members(Groups.SYSTEM_ADMIN).stream()
        .filter(user -> !already.contains(user))
        .forEach(user -> identity.createMembership(user, Administrators.ENGINE_GROUP));
  }

  private Set<String> members(String group) {
    return identity.createUserQuery().memberOfGroup(group).list().stream()
        .map(User::getId)
        .collect(Collectors.toSet());
  }

  private void createTenant() {
    var publisher = directory.publisher();
    if (identity.createTenantQuery().tenantId(publisher.code()).count() == 0) {
      var tenant = identity.newTenant(publisher.code());
      tenant.setName(publisher.name());
      identity.saveTenant(tenant);
    }
  }

  private void createGroups(Set<String> groups) {
    Set<String> known = ids(identity.createGroupQuery().list());
    Set<String> inTenant =
        ids(identity.createGroupQuery().memberOfTenant(directory.publisher().code()).list());
    for (String id : groups) {
      if (!known.contains(id)) {
        Group group = identity.newGroup(id);
        group.setName(nameOf(id));
        group.setType("WORKFLOW");
        identity.saveGroup(group);
      }
      if (!inTenant.contains(id)) {
        identity.createTenantGroupMembership(directory.publisher().code(), id);
      }
    }
  }

  private String nameOf(String group) {
    return DUTIES.containsKey(group) ? DUTIES.get(group) : directory.groupName(group);
  }

  private static Set<String> ids(List<Group> groups) {
    return groups.stream().map(Group::getId).collect(Collectors.toSet());
  }

  private void createUsers() {
    Set<String> known =
        identity.createUserQuery().list().stream().map(User::getId).collect(Collectors.toSet());
    for (Account account : directory.accounts()) {
      if (!known.contains(account.person().id())) {
        User user = identity.newUser(account.person().id());
        // the pages put the given name first and show a missing one as "null"
        user.setFirstName(account.person().name());
        user.setLastName("");
        user.setEmail(account.person().mail());
        save(user);
      }
    }
  }

  /** Neither the one password that everybody may know nor one that nobody knows is the policy's. */
  private void save(User user) {
    user.setPassword(demoPassword.isEmpty() ? unknownPassword() : demoPassword);
    ((IdentityServiceImpl) identity).saveUser(user, true);
  }

  private String unknownPassword() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private void keepMemberships(Account account, Set<String> groups) {
    String user = account.person().id();
    Set<String> has = ids(identity.createGroupQuery().groupMember(user).list());
    for (String group : account.groups()) {
      if (!has.contains(group)) {
        identity.createMembership(user, group);
      }
    }
    Set<String> lent = lentGroups.of(user);
    for (String group : has) {
      if (groups.contains(group) && !account.groups().contains(group) && !lent.contains(group)) {
        identity.deleteMembership(user, group);
      }
    }
  }

  /** Who left the directory loses the groups it gives, and with them every task. */
  private void expelStrangers(Set<String> groups) {
    Set<String> people = new HashSet<>();
    directory.accounts().forEach(account -> people.add(account.person().id()));
    for (String group : groups) {
      if (group.equals(Groups.SYSTEM_ADMIN)) {
        continue; // the first administrator of an installation isn't in the directory
      }
      members(group).stream()
          .filter(member -> !people.contains(member))
          .forEach(member -> identity.deleteMembership(member, group));
    }
  }
}

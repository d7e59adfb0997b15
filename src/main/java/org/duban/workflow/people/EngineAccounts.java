package org.duban.workflow.people;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.db.DbReadOnlyIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.duban.security.Accounts;
import org.springframework.stereotype.Component;

/**
 * The accounts are the engine's users and groups.
 *
 * <p>Passwords are compared without the engine's own count of failures: it locks a user for
 * everybody, and concurrent failures make it throw.
 */
@Component
class EngineAccounts implements Accounts {

  private final ProcessEngineConfigurationImpl engine;

  EngineAccounts(ProcessEngineConfigurationImpl engine) {
    this.engine = engine;
  }

  @Override
  public boolean passwordMatches(String user, String password) {
    return asNobody(
        context -> new DbReadOnlyIdentityServiceProvider().checkPassword(user, password));
  }

  @Override
  public Optional<Set<String>> groupsOf(String user) {
    return asNobody(
        context -> {
          var identities = engine.getIdentityService();
          Set<String> groups =
              identities.createGroupQuery().groupMember(user).list().stream()
                  .map(Group::getId)
                  .collect(Collectors.toUnmodifiableSet());
          boolean exists =
              !groups.isEmpty() || identities.createUserQuery().userId(user).count() > 0;
          return exists ? Optional.of(groups) : Optional.empty();
        });
  }

  private <T> T asNobody(Command<T> question) {
    return engine
        .getCommandExecutorTxRequired()
        .execute(context -> context.runWithoutAuthorization(() -> question.execute(context)));
  }
}

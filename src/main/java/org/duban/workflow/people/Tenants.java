package org.duban.workflow.people;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.stereotype.Component;

/** The publishers a user works for: the engine calls them tenants. */
@Component
public class Tenants {

  private final IdentityService identities;

  Tenants(IdentityService identities) {
    this.identities = identities;
  }

  public List<String> of(String user) {
    return identities
        .createTenantQuery()
        .userMember(user)
        .includingGroupsOfUser(true)
        .list()
        .stream()
        .map(Tenant::getId)
        .toList();
  }
}

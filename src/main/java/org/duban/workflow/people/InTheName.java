package org.duban.workflow.people;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.duban.security.Caller;
import org.springframework.stereotype.Component;

/** Lets the engine work for a caller, with the caller's rights, and for nobody afterwards. */
@Component
public class InTheName {

  private final IdentityService identity;
  private final Tenants tenants;

  InTheName(IdentityService identity, Tenants tenants) {
    this.identity = identity;
    this.tenants = tenants;
  }

  public <T> T of(Caller caller, Supplier<T> work) {
    identity.clearAuthentication();
    identity.setAuthentication(
        caller.userId(), List.copyOf(caller.groups()), tenants.of(caller.userId()));
    try {
      return work.get();
    } finally {
      identity.clearAuthentication();
    }
  }
}

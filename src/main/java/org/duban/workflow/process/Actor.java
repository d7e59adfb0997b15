package org.duban.workflow.process;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.duban.audit.Entry;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Whoever the engine is working for at the moment. */
@Component
class Actor {

  private final IdentityService identity;

  // The engine is built with the listeners that ask for it.
  Actor(@Lazy IdentityService identity) {
    this.identity = identity;
  }

  /** The person's user id, or the system's when nobody is signed in. */
  String userId() {
    Authentication current = identity.getCurrentAuthentication();
    return current == null || current.getUserId() == null ? Entry.SYSTEM : current.getUserId();
  }
}

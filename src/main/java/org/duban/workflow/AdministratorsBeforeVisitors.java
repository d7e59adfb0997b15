package org.duban.workflow;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks for an administrator when all accounts are made and before the port is open. */
@Component
class AdministratorsBeforeVisitors implements SmartLifecycle {

  /** The web server opens its port at {@code DEFAULT_PHASE - 2048}. */
  private static final int BEFORE_THE_PORT_OPENS = DEFAULT_PHASE - 4096;

  private final Administrators administrators;
  private boolean ensured;

  AdministratorsBeforeVisitors(Administrators administrators) {
    this.administrators = administrators;
  }

  @Override
  public void start() {
    administrators.ensure();
    ensured = true;
  }

  @Override
  public void stop() {
    ensured = false;
  }

  @Override
  public boolean isRunning() {
    return ensured;
  }

  @Override
  public int getPhase() {
    return BEFORE_THE_PORT_OPENS;
  }
}

package org.duban.workflow.start;

import java.util.Optional;
import org.duban.audit.Entry;
import org.duban.programme.Acknowledgements;
import org.duban.programme.Programmes;
import org.duban.workflow.clock.EngineClock;
import org.duban.workflow.clock.OneNodeAtATime;
import org.duban.workflow.people.AccountSync;
import org.duban.workflow.people.Administrators;
import org.duban.workflow.people.LentGroups;
import org.duban.workflow.people.Rights;
import org.duban.workflow.process.Relabelling;
import org.duban.workflow.tasklist.TasklistFilters;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Gets the engine ready before the first request comes: its time, models, people, rights and lists,
 * an administrator, what an older version left open, and the dispatch that a stopped program left
 * half done.
 */
@Component
class WorkflowStart implements SmartLifecycle {

  private final ObjectProvider<EngineClock> simulatedTime;
  private final OneNodeAtATime oneNodeAtATime;
  private final ProcessDeployment deployment;
  private final Relabelling labels;
  private final AccountSync accounts;
  private final LentGroups lentGroups;
  private final Rights rights;
  private final TasklistFilters filters;
  private final Administrators administrators;
  private final Programmes programmes;
  private final Acknowledgements acknowledgements;
  private final Optional<SampleProgramme> sample;
  private volatile boolean running;

  WorkflowStart(
      ObjectProvider<EngineClock> simulatedTime,
      OneNodeAtATime oneNodeAtATime,
      ProcessDeployment deployment,
      Relabelling labels,
      AccountSync accounts,
      LentGroups lentGroups,
      Rights rights,
      TasklistFilters filters,
      Administrators administrators,
      Programmes programmes,
      Acknowledgements acknowledgements,
      Optional<SampleProgramme> sample) {
    this.simulatedTime = simulatedTime;
    this.oneNodeAtATime = oneNodeAtATime;
    this.deployment = deployment;
    this.labels = labels;
    this.accounts = accounts;
    this.lentGroups = lentGroups;
    this.rights = rights;
    this.filters = filters;
    this.administrators = administrators;
    this.programmes = programmes;
    this.acknowledgements = acknowledgements;
    this.sample = sample;
  }

  @Override
  public void start() {
    simulatedTime.ifAvailable(EngineClock::set);
    oneNodeAtATime.run(
        () -> {
          deployment.deploy();
          labels.adoptTerms();
          accounts.sync();
          lentGroups.sync();
          rights.grant();
          filters.sync();
          administrators.ensure();
          sample.ifPresent(SampleProgramme::register);
          acknowledgements.catchUp();
          programmes.halfDispatched().forEach(id -> programmes.dispatch(id, Entry.SYSTEM));
        });
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Long before the web server, which starts near the end. */
  @Override
  public int getPhase() {
    return 0;
  }
}

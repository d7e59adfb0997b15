package org.duban.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.duban.audit.Entry;
import org.duban.audit.Happening;
import org.duban.audit.Trail;
import org.duban.directory.Department;
import org.duban.directory.Directory;
import org.duban.programme.act.Handovers;
import org.duban.programme.act.ProjectHold;
import org.duban.programme.handover.Handover;
import org.duban.programme.handover.HandoverPolicy;
import org.duban.programme.listing.ListedProject;
import org.duban.programme.register.ProjectRows;
import org.duban.programme.revision.Listing;
import org.duban.programme.revision.Revision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Running projects of departments that were merged or renamed go to the successors. */
@Component
public class Successions {

  private static final Logger log = LoggerFactory.getLogger(Successions.class);

  private final Directory directory;
  private final ProjectRows projects;
  private final ProjectHold hold;
  private final Listing listing;
  private final Handovers handovers;
  private final Trail trail;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Successions(
      Directory directory,
      ProjectRows projects,
      ProjectHold hold,
      Listing listing,
      Handovers handovers,
      Trail trail,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.directory = directory;
    this.projects = projects;
    this.hold = hold;
    this.listing = listing;
    this.handovers = handovers;
    this.trail = trail;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * Hands over what departments hold whose last day was before the given one, each project in a
   * transaction of its own: one that fails is logged, tried again at the next call, and stops no
   * other. What a department leaves to nobody is told once. A second call on the same day finds
   * nothing to do.
   */
  public void handOver(LocalDate day) {
    List<String> ended =
        directory.all().stream()
            .filter(department -> department.endedBefore(day))
            .map(Department::code)
            .toList();
    if (ended.isEmpty()) {
      return;
    }
    for (String project : projects.runningWith(ended)) {
      try {
        transaction.executeWithoutResult(tx -> handOver(project, day));
      } catch (RuntimeException failure) {
        log.error(
            "Project {} could not be handed over to the successor of a department that ended; the"
                + " next tick of the sheet tries again.",
            project,
            failure);
      }
    }
  }

  private void handOver(String projectId, LocalDate day) {
    HandoverPolicy policy = new HandoverPolicy(directory);
    Revision act = hold.take(projectId, "机构调整", Entry.SYSTEM);
    ListedProject before = listing.of(projects.find(projectId).orElseThrow());
    if (!before.dispatched()) {
      return;
    }
    List<Handover> due = policy.successions(before.seats(), day);
    if (!due.isEmpty()) {
      Revision merger = Revision.byOffice(act.programme(), projectId, reason(due), Entry.SYSTEM);
      handovers.carryOut(merger, before, due);
    }
    policy.orphaned(before.seats(), day).forEach(one -> tellOnce(act, one));
  }

  private String reason(List<Handover> due) {
    return due.stream()
        .map(one -> directory.nameOf(one.from()) + " 的职责由 " + directory.nameOf(one.to()) + " 承接")
        .distinct()
        .collect(Collectors.joining("；", "机构调整：", ""));
  }

  private void tellOnce(Revision act, Department ended) {
    if (projects.markOrphaned(act.projectId(), ended.code(), clock.instant())) {
      log.warn(
          "Department {} ended on {} and has no successor in the directory, but still has a part in"
              + " project {}.",
          ended.code(),
          ended.validTo(),
          act.projectId());
      String detail = ended.name() + "至 " + ended.validTo() + " 止，部门目录没有写明承接单位，请督查室调整本事项的责任单位";
      trail.record(act.entry(null, Happening.SUCCESSOR_MISSING, detail, clock.instant()));
    }
  }
}

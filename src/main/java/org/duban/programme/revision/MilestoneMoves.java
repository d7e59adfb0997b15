package org.duban.programme.revision;

import java.time.Clock;
import java.time.LocalDate;
import org.duban.audit.Happening;
import org.duban.audit.Trail;
import org.duban.programme.Milestone;
import org.duban.programme.MilestoneAdded;
import org.duban.programme.MilestoneClosed;
import org.duban.programme.MilestoneOpened;
import org.duban.programme.MilestoneRedated;
import org.duban.programme.MilestoneState;
import org.duban.programme.MilestoneWithdrawn;
import org.duban.programme.RhythmWithdrawn;
import org.duban.programme.listing.ListedMilestone;
import org.duban.programme.register.MilestoneRows;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Carries out what a revision does to milestones, and tells it on the trail. */
@Component
class MilestoneMoves {

  private final MilestoneRows milestones;
  private final Trail trail;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  MilestoneMoves(
      MilestoneRows milestones, Trail trail, Clock clock, ApplicationEventPublisher events) {
    this.milestones = milestones;
    this.trail = trail;
    this.clock = clock;
    this.events = events;
  }

  /**
   * @param runs whether its project was sent out
   */
  void carryOut(Revision revision, MilestoneMove move, boolean runs) {
    if (move.added()) {
      add(revision, move.after(), runs);
    } else if (move.withdrawn()) {
      withdraw(revision, milestones.find(move.before().id()).orElseThrow(), runs);
      milestones.leaveOut(move.before().id());
    } else if (move.redated()) {
      redate(revision, move);
    } else {
      milestones.rephrase(move.before().id(), move.after().phrase());
    }
  }

  private void add(Revision revision, ListedMilestone milestone, boolean runs) {
    String id = milestones.insert(revision.projectId(), revision.tenant(), milestone);
    tell(revision, id, Happening.MILESTONE_ADDED, String.valueOf(milestone.due()));
    if (runs) {
      milestones.enter(id, MilestoneState.REPORTING);
      Milestone opened = milestones.find(id).orElseThrow();
      events.publishEvent(MilestoneOpened.of(opened, LocalDate.now(clock)));
      events.publishEvent(new MilestoneAdded(revision.projectId(), id));
    }
  }

  private void redate(Revision revision, MilestoneMove move) {
    LocalDate from = milestones.find(move.before().id()).orElseThrow().due();
    LocalDate to = move.after().due();
    milestones.redate(move.before().id(), to, move.after().phrase());
    tell(revision, move.before().id(), Happening.REDATED, "期限由 " + from + " 改为 " + to);
    events.publishEvent(new MilestoneRedated(move.before().id(), from, to));
  }

  private void withdraw(Revision revision, Milestone milestone, boolean runs) {
    if (milestone.isRhythm()) {
      milestones.openPeriods(milestone.id()).forEach(period -> end(revision, period));
      milestones.endRhythm(milestone.id());
    }
    end(revision, milestone);
    if (runs) {
      events.publishEvent(
          milestone.isRhythm()
              ? new RhythmWithdrawn(milestone.projectId())
              : new MilestoneWithdrawn(milestone.id()));
    }
  }

  /** Everything the project owes, because the project itself is withdrawn. */
  void withdrawAll(Revision revision) {
    for (Milestone milestone : milestones.owed(revision.projectId())) {
      if (milestone.isRhythm()) {
        milestones.endRhythm(milestone.id());
      }
      end(revision, milestone);
    }
  }

  private void end(Revision revision, Milestone milestone) {
    milestones.end(milestone.id(), MilestoneState.WITHDRAWN, clock.instant());
    String what = milestone.due() == null ? "长期坚持" : milestone.due() + " 到期的节点";
    tell(revision, milestone.id(), Happening.MILESTONE_WITHDRAWN, what);
    events.publishEvent(new MilestoneClosed(milestone.id(), false));
  }

  private void tell(Revision revision, String milestoneId, Happening what, String detail) {
    trail.record(revision.entry(milestoneId, what, detail, clock.instant()));
  }
}

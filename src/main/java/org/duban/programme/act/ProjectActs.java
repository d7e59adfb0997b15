package org.duban.programme.act;

import java.time.Clock;
import java.time.LocalDate;
import org.duban.audit.Happening;
import org.duban.audit.Trail;
import org.duban.programme.ActRefused;
import org.duban.programme.InvalidSubmission;
import org.duban.programme.Milestone;
import org.duban.programme.Project;
import org.duban.programme.ProjectReopened;
import org.duban.programme.Reopenings;
import org.duban.programme.register.MilestoneRows;
import org.duban.programme.register.ProgrammeRows;
import org.duban.programme.register.ProjectRows;
import org.duban.programme.revision.Revision;
import org.duban.programme.revision.RevisionOrder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the supervising office decides about a whole project, whatever the list says. */
@Component
public class ProjectActs {

  private final ProjectHold hold;
  private final ProjectRows projects;
  private final ProgrammeRows programmes;
  private final MilestoneRows rows;
  private final Reopenings reopenings;
  private final RevisionOrder order;
  private final Trail trail;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  ProjectActs(
      ProjectHold hold,
      ProjectRows projects,
      ProgrammeRows programmes,
      MilestoneRows rows,
      Reopenings reopenings,
      RevisionOrder order,
      Trail trail,
      Clock clock,
      ApplicationEventPublisher events) {
    this.hold = hold;
    this.projects = projects;
    this.programmes = programmes;
    this.rows = rows;
    this.reopenings = reopenings;
    this.order = order;
    this.trail = trail;
    this.clock = clock;
    this.events = events;
  }

  /**
   * The project no longer applies: nothing is owed for it any more.
   *
   * @throws InvalidSubmission when the reason is missing or too long
   * @throws ActRefused when it's closed or withdrawn already
   */
  @Transactional
  public Project withdraw(String id, String reason, String userId) {
    Revision act = hold.take(id, reason, userId);
    Project project = projects.find(id).orElseThrow();
    if (project.state().equals("CLOSED")) {
      throw ActRefused.notNow(project.name() + "已销号，不能撤销。");
    }
    if (project.state().equals("WITHDRAWN")) {
      throw ActRefused.notNow(project.name() + "已经撤销。");
    }
    order.withdraw(act, project.name());
    programmes.closeWhenAllIsOver(project.programmeId());
    return projects.find(id).orElseThrow();
  }

  /**
   * A closed project runs again from its last milestone, which is due on a new day: the leads
   * report anew and the office closes once more.
   *
   * @param newDue ISO date; null or blank for the day that the installation's setting gives
   * @throws InvalidSubmission when the reason is missing or too long, or the day is none or past
   * @throws ActRefused when it isn't closed, or has no met milestone to go back to
   */
  @Transactional
  public Project reopen(String id, String newDue, String reason, String userId) {
    LocalDate due = reopenings.due(newDue);
    Revision act = hold.take(id, reason, userId);
    Project project = projects.find(id).orElseThrow();
    if (project.state().equals("WITHDRAWN")) {
      throw ActRefused.notNow(project.name() + "已撤销，不能重新开启；请修订清单重新列入（改定其期限、内容或责任单位）。");
    }
    if (!project.state().equals("CLOSED")) {
      throw ActRefused.notNow(project.name() + "没有销号，不必重新开启。");
    }
    Milestone last =
        rows.lastMet(id)
            .orElseThrow(
                () -> ActRefused.notNow(project.name() + "没有办结过有期限的节点，无从补办，不能重新开启；请另立一项。"));
    projects.reopen(id);
    programmes.reopen(project.programmeId());
    String detail = project.name() + "，重新办理 " + last.due() + " 到期的节点，补办期限 " + due;
    trail.record(act.entry(null, Happening.PROJECT_REOPENED, detail, clock.instant()));
    reopenings.reopen(last.id(), due, act.reason(), userId);
    events.publishEvent(
        new ProjectReopened(id, project.programmeId(), project.registeredAs(), last.id()));
    return projects.find(id).orElseThrow();
  }
}

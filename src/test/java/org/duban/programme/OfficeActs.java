package org.duban.programme;

import org.duban.programme.act.Handovers;
import org.duban.programme.act.ProjectActs;
import org.springframework.boot.test.context.TestComponent;

/** What the supervising office may do to a project, at its own word. */
@TestComponent
public class OfficeActs {

  private static final String WHY = "区政府常务会议议定。";

  private final Handovers handovers;
  private final ProjectActs projects;

  OfficeActs(Handovers handovers, ProjectActs projects) {
    this.handovers = handovers;
    this.projects = projects;
  }

  public void reassign(String projectId, String lead, String to) {
    handovers.reassign(projectId, lead, to, "LEAD", WHY, "duban");
  }

  public void reassign(String projectId, String from, String to, Role role) {
    handovers.reassign(projectId, from, to, role.name(), WHY, "duban");
  }

  public void withdraw(String projectId) {
    projects.withdraw(projectId, WHY, "duban");
  }

  public void reopen(String projectId) {
    projects.reopen(projectId, null, WHY, "duban");
  }
}

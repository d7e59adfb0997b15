package org.duban.programme.act;

import org.duban.programme.ActRefused;
import org.duban.programme.InvalidSubmission;
import org.duban.programme.Programme;
import org.duban.programme.Sentence;
import org.duban.programme.register.MilestoneRows;
import org.duban.programme.register.ProgrammeRows;
import org.duban.programme.register.ProjectRows;
import org.duban.programme.revision.Revision;
import org.springframework.stereotype.Component;

/** Takes a project in hand, so that until the end of the transaction nobody else changes it. */
@Component
public class ProjectHold {

  private static final int LONGEST_REASON = 2000;

  private final ProgrammeRows programmes;
  private final ProjectRows projects;
  private final MilestoneRows milestones;

  ProjectHold(ProgrammeRows programmes, ProjectRows projects, MilestoneRows milestones) {
    this.programmes = programmes;
    this.projects = projects;
    this.milestones = milestones;
  }

  /**
   * For an act of the office. What was read of the project before may be out of date by now.
   *
   * @throws InvalidSubmission when the reason is missing or too long
   * @throws ActRefused while the programme is being sent out
   */
  public Revision take(String projectId, String reason, String userId) {
    String words = Sentence.required("原因", reason, LONGEST_REASON);
    String programmeId = projects.find(projectId).orElseThrow().programmeId();
    programmes.lock(programmeId);
    milestones.lockOf(projectId);
    Programme programme = programmes.find(programmeId).orElseThrow();
    if (programme.state().equals("DISPATCHING")) {
      throw ActRefused.notNow("清单正在交办，请待交办完毕后再办理。");
    }
    return Revision.byOffice(programme, projectId, words, userId);
  }
}

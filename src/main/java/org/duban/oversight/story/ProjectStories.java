package org.duban.oversight.story;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.duban.audit.Entry;
import org.duban.audit.Trail;
import org.duban.directory.Directory;
import org.duban.oversight.ladder.TermRows;
import org.duban.oversight.milestone.Attribution;
import org.duban.oversight.milestone.MilestoneHistory;
import org.duban.oversight.milestone.MilestoneRow;
import org.duban.oversight.milestone.Overview;
import org.duban.oversight.milestone.PersonNames;
import org.duban.oversight.milestone.ReportedFigures;
import org.duban.programme.MilestoneState;
import org.duban.programme.Programme;
import org.duban.programme.Programmes;
import org.duban.programme.Project;
import org.duban.programme.Projects;
import org.duban.security.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells what became of a published sentence. */
@Component
class ProjectStories {

  private final Projects projects;
  private final Programmes programmes;
  private final Overview overview;
  private final MilestoneHistory history;
  private final ReportedFigures figures;
  private final TermRows terms;
  private final Attribution attribution;
  private final Trail trail;
  private final PersonNames names;
  private final Directory directory;
  private final JdbcClient jdbc;
  private final Clock clock;

  ProjectStories(
      Projects projects,
      Programmes programmes,
      Overview overview,
      MilestoneHistory history,
      ReportedFigures figures,
      TermRows terms,
      Attribution attribution,
      Trail trail,
      PersonNames names,
      Directory directory,
      JdbcClient jdbc,
      Clock clock) {
    this.projects = projects;
    this.programmes = programmes;
    this.overview = overview;
    this.history = history;
    this.figures = figures;
    this.terms = terms;
    this.attribution = attribution;
    this.trail = trail;
    this.names = names;
    this.directory = directory;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Empty when there is none within the caller's reach. */
  Optional<ProjectStory> of(String projectId, Caller caller) {
    List<MilestoneRow> milestones = overview.milestonesOf(projectId, caller);
    return projects
        .find(projectId)
        .filter(project -> !milestones.isEmpty())
        .map(project -> story(project, milestones));
  }

  private ProjectStory story(Project project, List<MilestoneRow> milestones) {
    List<Entry> trailed = trail.ofProject(project.id(), project.programmeId());
    List<ProjectStory.Chapter> chapters =
        milestones.stream().map(row -> chapter(row, trailed)).toList();
    Map<Integer, BigDecimal> last = figures.ofProject(project.id());
    return new ProjectStory(
        project,
        programmes.find(project.programmeId()).map(Programme::title).orElse(""),
        projects.commitments(project.id()).stream()
            .map(one -> ProjectStory.Figure.of(one, last.get(one.number())))
            .toList(),
        projects.assignments(project.id()).stream()
            .map(one -> new ProjectStory.Part(one, directory.nameOf(one.departmentCode())))
            .toList(),
        terms.of(project.id()),
        chapters,
        steps(trailed, null));
  }

  /**
   * @param milestoneId null for what concerns the whole project, or more
   */
  private List<MilestonesController.Step> steps(List<Entry> trailed, String milestoneId) {
    return trailed.stream()
        .filter(entry -> Objects.equals(entry.milestoneId(), milestoneId))
        .map(entry -> MilestonesController.Step.of(entry, names))
        .toList();
  }

  private ProjectStory.Chapter chapter(MilestoneRow row, List<Entry> trailed) {
    return new ProjectStory.Chapter(
        row,
        row.due() == null || row.state() == MilestoneState.PLANNED
            ? null
            : row.standing(LocalDate.now(clock)).label(),
        terms.own(row),
        history.reports(row.id()),
        attribution.of(row).stream().filter(share -> share.workingDays() > 0).toList(),
        steps(trailed, row.id()),
        evidence(row.id()));
  }

  /** The latest versions, in the order in which they came. */
  private List<ProjectStory.Evidence> evidence(String milestoneId) {
    return jdbc.sql(
            """
            select e.id, e.name, e.department_code, e.size, e.uploaded_at from evidence e
            where e.milestone_id = :id and not exists (select 1 from evidence r where r.replaces = e.id)
            order by e.number
            """)
        .param("id", milestoneId)
        .query(
            (row, n) ->
                new ProjectStory.Evidence(
                    row.getString("id"),
                    row.getString("name"),
                    directory.nameOf(row.getString("department_code")),
                    row.getLong("size"),
                    row.getTimestamp("uploaded_at").toInstant()))
        .list();
  }
}

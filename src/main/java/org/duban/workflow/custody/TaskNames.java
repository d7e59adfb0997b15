package org.duban.workflow.custody;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.duban.programme.Milestone;
import org.duban.programme.Milestones;
import org.duban.programme.Project;
import org.duban.programme.Projects;
import org.springframework.stereotype.Component;

/**
 * Names tasks after their project and due day, so that a list of tasks says what they're about, and
 * gives them the few words that stand beside the name.
 */
@Component
public class TaskNames {

  /**
   * A task's own variables that lists show, in words: the milestone's kind, by when the task is
   * due, and by when the milestone where that is another day.
   */
  public static final String KIND = "listedKind";

  public static final String DUE = "listedDue";
  public static final String MILESTONE_DUE = "listedMilestoneDue";

  private static final String SEPARATOR = "：";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy年M月d日 EEE", Locale.CHINA);

  private final Milestones milestones;
  private final Projects projects;

  TaskNames(Milestones milestones, Projects projects) {
    this.milestones = milestones;
    this.projects = projects;
  }

  /**
   * @param name the task's name, as drawn or as it was given before
   * @param ownDue the day that the task has of its own: the milestone's then only says which it is
   * @param milestoneId null for a task of the project as a whole
   */
  public String of(String name, Optional<LocalDate> ownDue, String milestoneId, String projectId) {
    String drawn = name.split(SEPARATOR, 2)[0];
    if (milestoneId == null) {
      return drawn + SEPARATOR + title(projectId);
    }
    Milestone milestone = milestones.find(milestoneId).orElseThrow();
    return drawn
        + SEPARATOR
        + title(milestone.projectId())
        + "（"
        + milestone.due()
        + (ownDue.isPresent() ? " 节点" : "")
        + "）";
  }

  /**
   * @param milestoneId null for a task of the project as a whole
   * @param ownDue the day that the task has of its own
   * @return the task's own variables that lists show
   */
  public Map<String, String> besides(String milestoneId, Optional<LocalDate> ownDue) {
    Optional<Milestone> milestone = Optional.ofNullable(milestoneId).flatMap(milestones::find);
    Optional<LocalDate> milestoneDue = milestone.map(Milestone::due);
    Map<String, String> besides = new HashMap<>();
    besides.put(KIND, milestone.map(one -> one.kind().label()).orElse(null));
    besides.put(DUE, ownDue.or(() -> milestoneDue).map(DAY::format).orElse(null));
    besides.put(
        MILESTONE_DUE,
        ownDue.isPresent() && !ownDue.equals(milestoneDue)
            ? milestoneDue.map(DAY::format).orElse(null)
            : null);
    besides.values().removeIf(Objects::isNull);
    return besides;
  }

  private String title(String projectId) {
    Project project = projects.find(projectId).orElseThrow();
    return project.number() + "、" + project.title();
  }
}

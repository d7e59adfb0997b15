package org.duban.publication;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A programme as anyone may read it.
 *
 * @param updatedOn the last day on which something of it was closed; null before
 * @param stages how many of its projects are how far; all stages are there
 */
public record PublicProgramme(
    String id,
    String title,
    int year,
    LocalDate updatedOn,
    Map<PublicStage, Integer> stages,
    List<PublicProject> projects) {

  static PublicProgramme of(
      String id, String title, int year, LocalDate updatedOn, List<PublicProject> projects) {
    Map<PublicStage, Integer> stages = new EnumMap<>(PublicStage.class);
    for (PublicStage stage : PublicStage.values()) {
      stages.put(stage, 0);
    }
    projects.forEach(project -> stages.merge(project.stage(), 1, Integer::sum));
    return new PublicProgramme(id, title, year, updatedOn, stages, projects);
  }
}

package org.duban.publication;

import java.util.List;
import java.util.Map;
import org.duban.directory.Directory;
import org.duban.programme.MilestoneState;
import org.duban.programme.Role;
import org.duban.publication.ProgressRows.Item;
import org.duban.publication.ProgressRows.Listed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells everyone how far the programmes are that the office opened. */
@Component
class Progress {

  private final ProgressRows rows;
  private final Directory directory;

  Progress(ProgressRows rows, Directory directory) {
    this.rows = rows;
    this.directory = directory;
  }

  @Transactional(readOnly = true)
  PublicProgress of(int page, int size) {
    List<Listed> programmes = rows.programmes(page, size);
    return new PublicProgress(
        directory.publisher().name(), told(programmes), page, size, rows.count());
  }

  private List<PublicProgramme> told(List<Listed> programmes) {
    var projects = rows.projects(programmes);
    var milestones = rows.milestones(programmes);
    var names = rows.names(programmes);
    var commitments = rows.commitments(programmes);
    var updated = rows.updated(programmes);
    return programmes.stream()
        .map(
            one ->
                PublicProgramme.of(
                    one.id(),
                    one.title(),
                    one.year(),
                    updated.get(one.id()),
                    projects.getOrDefault(one.id(), List.of()).stream()
                        .map(
                            item ->
                                project(
                                    item,
                                    milestones.getOrDefault(item.id(), List.of()),
                                    names.getOrDefault(item.id(), Map.of()),
                                    commitments.getOrDefault(item.id(), List.of())))
                        .toList()))
        .toList();
  }

  private static PublicProject project(
      Item item,
      List<MilestoneState> milestones,
      Map<Role, List<String>> names,
      List<PublicCommitment> commitments) {
    PublicStage stage = PublicStage.of(item.state(), milestones);
    return new PublicProject(
        item.number(),
        item.title(),
        item.body(),
        item.deadlinePhrase(),
        names.getOrDefault(Role.LEAD, List.of()),
        names.getOrDefault(Role.SUPPORT, List.of()),
        stage,
        stage.label(),
        commitments);
  }
}

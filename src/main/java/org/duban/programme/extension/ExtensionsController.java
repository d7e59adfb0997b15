package org.duban.programme.extension;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.duban.directory.Directory;
import org.duban.programme.ActRefused;
import org.duban.programme.ExtensionRequest;
import org.duban.programme.Extensions;
import org.duban.programme.InvalidSubmission;
import org.duban.programme.Milestone;
import org.duban.programme.MilestoneReach;
import org.duban.programme.Projects;
import org.duban.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Requests for more time for a milestone: asking, and what was asked and answered so far. */
@RestController
@RequestMapping("/api/v1/milestones/{id}/extension-requests")
class ExtensionsController {

  /**
   * What is asked for.
   *
   * @param newDue ISO date
   * @param reason not blank
   */
  record Wish(String newDue, String reason) {

    LocalDate day() {
      try {
        return LocalDate.parse(newDue == null ? "" : newDue.strip());
      } catch (DateTimeParseException e) {
        throw new InvalidSubmission("申请的期限应写成 2021-07-15 的形式。");
      }
    }
  }

  private final Extensions extensions;
  private final Projects projects;
  private final MilestoneReach reach;
  private final Directory directory;

  ExtensionsController(
      Extensions extensions, Projects projects, MilestoneReach reach, Directory directory) {
    this.extensions = extensions;
    this.projects = projects;
    this.reach = reach;
    this.directory = directory;
  }

  /** By the head of a lead department, before the due day ends; one at a time. */
  @PostMapping
  ResponseEntity<ShownExtension> request(@PathVariable String id, @RequestBody Wish wish) {
    Caller caller = Caller.current();
    Milestone milestone = reach.within(id, caller);
    String lead =
        projects.leads(milestone.projectId()).stream()
            .filter(caller.headOf()::contains)
            .findFirst()
            .orElseThrow(() -> ActRefused.notYours("延期只能由牵头部门的负责人申请。"));
    ExtensionRequest request =
        extensions.request(id, lead, wish.day(), wish.reason(), caller.userId());
    return ResponseEntity.created(URI.create("/api/v1/milestones/" + id + "/extension-requests"))
        .body(ShownExtension.of(request, directory));
  }

  /** All that were asked for, the oldest first. */
  @GetMapping
  List<ShownExtension> list(@PathVariable String id) {
    return extensions.ofMilestone(reach.within(id, Caller.current()).id()).stream()
        .map(request -> ShownExtension.of(request, directory))
        .toList();
  }
}

package org.duban.workflow.task;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.duban.security.Caller;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where the links in messages lead: to the reader's own task in Tasklist. One message goes to many
 * people, each of whom has another task for it, or none.
 */
@Controller
class TaskLinkController {

  private static final String TASKLIST = "redirect:/camunda/app/tasklist/default/#/";

  private final TaskLinks links;

  TaskLinkController(TaskLinks links) {
    this.links = links;
  }

  /** Whoever has nothing to do for it reads how it stands. */
  @GetMapping(path = "/tasks", params = "milestone")
  String ofMilestone(@RequestParam String milestone) {
    return open(links.ofMilestone(milestone, Caller.current()))
        .orElseGet(
            () ->
                "redirect:/milestones/ladder?id="
                    + URLEncoder.encode(milestone, StandardCharsets.UTF_8));
  }

  @GetMapping(path = "/tasks", params = "project")
  String ofProject(@RequestParam String project) {
    return open(links.ofProject(project, Caller.current())).orElse("redirect:/");
  }

  @GetMapping("/tasks")
  String tasks() {
    return TASKLIST;
  }

  private static Optional<String> open(Optional<String> task) {
    return task.map(id -> TASKLIST + "?task=" + id);
  }
}

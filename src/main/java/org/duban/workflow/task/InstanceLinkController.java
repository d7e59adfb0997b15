package org.duban.workflow.task;

import java.nio.charset.StandardCharsets;
import org.duban.programme.Milestone;
import org.duban.programme.MilestoneReach;
import org.duban.security.Caller;
import org.duban.workflow.process.RunningInstances;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriUtils;

/** Leads from a milestone to its process in Cockpit, those who may see Cockpit. */
@Controller
class InstanceLinkController {

  private static final String COCKPIT = "redirect:/camunda/app/cockpit/default/#/process-instance/";

  private final MilestoneReach reach;
  private final RunningInstances instances;

  InstanceLinkController(MilestoneReach reach, RunningInstances instances) {
    this.reach = reach;
    this.instances = instances;
  }

  /** What is over has no process any more; its project tells how it went. */
  @GetMapping("/milestones/instance")
  String open(@RequestParam String id) {
    Caller caller = Caller.current();
    Milestone milestone = reach.within(id, caller);
    if (!caller.seesEverything()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "没有编号为 " + id + " 的流程。");
    }
    return instances
        .ofMilestone(milestone)
        .map(instance -> COCKPIT + instance + "/runtime")
        .orElseGet(
            () ->
                "redirect:/projects/"
                    + UriUtils.encodePathSegment(milestone.projectId(), StandardCharsets.UTF_8));
  }
}

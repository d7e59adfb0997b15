package org.duban.oversight.ladder;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import org.duban.directory.Directory;
import org.duban.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page on which anyone concerned reads how far a milestone is up the ladder. */
@Controller
class LadderPageController {

  private final LadderStory story;
  private final Directory directory;
  private final ZoneId zone;

  LadderPageController(LadderStory story, Directory directory, Clock clock) {
    this.story = story;
    this.directory = directory;
    this.zone = clock.getZone();
  }

  @GetMapping("/milestones/ladder")
  String page(@RequestParam String id, Model model) {
    LadderView view =
        story
            .of(id, Caller.current())
            .orElseThrow(
                () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "没有编号为 " + id + " 的节点。"));
    model.addAttribute("ladder", view);
    model.addAttribute("zone", zone);
    model.addAttribute("chinese", Locale.CHINESE);
    model.addAttribute(
        "waitingFor", view.milestone().waitingFor().stream().map(directory::nameOf).toList());
    return "ladder";
  }
}

package org.duban.oversight.story;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import org.duban.directory.Directory;
import org.duban.oversight.board.BoardWords;
import org.duban.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The page on which a project tells its story. */
@Controller
class ProjectPageController {

  private final ProjectStories stories;
  private final Directory directory;
  private final ZoneId zone;

  ProjectPageController(ProjectStories stories, Directory directory, Clock clock) {
    this.stories = stories;
    this.directory = directory;
    this.zone = clock.getZone();
  }

  @GetMapping("/projects/{id}")
  String page(@PathVariable String id, Model model) {
    Caller caller = Caller.current();
    model.addAttribute(
        "story",
        stories
            .of(id, caller)
            .orElseThrow(
                () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "没有编号为 " + id + " 的事项。")));
    model.addAttribute("words", new BoardWords(directory));
    model.addAttribute("zone", zone);
    model.addAttribute("chinese", Locale.CHINESE);
    model.addAttribute("cockpit", caller.seesEverything());
    return "project";
  }
}

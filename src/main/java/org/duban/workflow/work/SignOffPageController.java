package org.duban.workflow.work;

import java.util.ArrayList;
import java.util.List;
import org.duban.security.Caller;
import org.duban.workflow.task.TaskNotDone;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a department signs off many reports with one confirmation. */
@Controller
class SignOffPageController {

  private final SignOffDesk desk;

  SignOffPageController(SignOffDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/sign-offs")
  String list(Model model) {
    List<WaitingSignOff> waiting = desk.waitingFor(Caller.current());
    model.addAttribute("waiting", waiting);
    model.addAttribute("listed", SignOffDesk.MOST);
    model.addAttribute(
        "total",
        waiting.size() < SignOffDesk.MOST ? waiting.size() : desk.countFor(Caller.current()));
    return "sign-offs";
  }

  /** Shows once more what is about to be agreed to. */
  @PostMapping("/sign-offs")
  String confirm(@RequestParam(defaultValue = "") List<String> task, Model model) {
    List<WaitingSignOff> chosen = desk.among(task, Caller.current());
    if (chosen.isEmpty()) {
      return "redirect:/sign-offs";
    }
    model.addAttribute("chosen", chosen);
    return "sign-offs-confirm";
  }

  /** Each is given by itself: one that can't be given any more holds no other up. */
  @PostMapping("/sign-offs/agreed")
  String agree(
      @RequestParam(defaultValue = "") List<String> task,
      @RequestParam(defaultValue = "") List<String> item,
      RedirectAttributes outcome) {
    List<String> failed = new ArrayList<>();
    int agreed = 0;
    for (int i = 0; i < task.size(); i++) {
      try {
        desk.agree(task.get(i), Caller.current());
        agreed++;
      } catch (TaskNotDone e) {
        failed.add(named(i, item) + e.getMessage());
      }
    }
    outcome.addFlashAttribute("agreed", agreed);
    outcome.addFlashAttribute("failed", failed);
    return "redirect:/sign-offs";
  }

  private static String named(int number, List<String> items) {
    return number < items.size() ? items.get(number) + "：" : "";
  }
}

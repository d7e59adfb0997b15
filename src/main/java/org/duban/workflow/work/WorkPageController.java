package org.duban.workflow.work;

import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duban.security.Caller;
import org.duban.worksheet.WorkItem;
import org.duban.worksheet.WorkKind;
import org.duban.worksheet.WorksheetRefused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The page for those who would rather fill in a table. */
@Controller
class WorkPageController {

  private final WorkDesk desk;

  WorkPageController(WorkDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/work")
  String show(Model model) {
    Map<WorkKind, Long> counts =
        desk.open(Caller.current()).stream()
            .collect(Collectors.groupingBy(WorkItem::kind, TreeMap::new, Collectors.counting()));
    model.addAttribute("counts", counts);
    return "work";
  }

  /** The answer is the page itself: what came back is in it, and kept nowhere else. */
  @PostMapping("/work")
  String take(@RequestParam MultipartFile file, Model model) throws IOException {
    Caller caller = Caller.current();
    try {
      WorkDesk.Outcome outcome = desk.take(file.getBytes(), caller);
      model.addAttribute("outcome", WorkController.Result.of(outcome));
      if (outcome.file() != null) {
        model.addAttribute(
            "marked",
            "data:"
                + WorkController.XLSX
                + ";base64,"
                + Base64.getEncoder().encodeToString(outcome.file()));
        model.addAttribute("markedName", desk.title(caller) + " 退回.xlsx");
      }
    } catch (WorksheetRefused refused) {
      model.addAttribute("refusal", refused.getMessage());
    }
    return show(model);
  }
}

package org.duban.oversight.score;

import java.time.Clock;
import java.time.LocalDate;
import org.duban.programme.InvalidSubmission;
import org.duban.security.Caller;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which points are read, with what each was given for. */
@Controller
class ScorePageController {

  private final Scores scores;
  private final Clock clock;

  ScorePageController(Scores scores, Clock clock) {
    this.scores = scores;
    this.clock = clock;
  }

  @GetMapping("/scores")
  String page(
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
      @RequestParam(defaultValue = "LOST_MOST") Scores.Order order,
      Model model) {
    model.addAttribute("order", order);
    model.addAttribute("orders", Scores.Order.values());
    model.addAttribute("zone", clock.getZone());
    try {
      model.addAttribute(
          "sheet", scores.of(ScorePeriod.of(from, to, clock), null, order, Caller.current()));
    } catch (InvalidSubmission refused) {
      model.addAttribute("refusal", refused.getMessage());
    }
    return "scores";
  }
}

package org.duban.oversight.score;

import java.time.Clock;
import java.time.LocalDate;
import org.duban.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The departments' points. */
@RestController
@RequestMapping("/api/v1/scores")
class ScoresController {

  private final Scores scores;
  private final Clock clock;

  ScoresController(Scores scores, Clock clock) {
    this.scores = scores;
    this.clock = clock;
  }

  /**
   * @param from the first day, else the first of January
   * @param to the last day, else today
   * @param order who lost most first, or else by rank
   */
  @GetMapping
  Scores.Sheet scores(
      @RequestParam(required = false) LocalDate from,
      @RequestParam(required = false) LocalDate to,
      @RequestParam(required = false) String programme,
      @RequestParam(defaultValue = "LOST_MOST") Scores.Order order) {
    return scores.of(ScorePeriod.of(from, to, clock), programme, order, Caller.current());
  }
}

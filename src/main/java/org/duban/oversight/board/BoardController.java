package org.duban.oversight.board;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import org.duban.notice.MilestoneKind;
import org.duban.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The board: counts by light, state, kind, programme and department, and whose days they were. */
@RestController
@RequestMapping("/api/v1/board")
class BoardController {

  private final BoardFigures figures;
  private final Clock clock;

  BoardController(BoardFigures figures, Clock clock) {
    this.figures = figures;
    this.clock = clock;
  }

  /**
   * @param year of the heat map and the timeline; this year when left out
   * @param page of the programmes, from 0
   */
  @GetMapping
  Board board(
      @RequestParam(required = false) String programme,
      @RequestParam(required = false) String department,
      @RequestParam(required = false) MilestoneKind kind,
      @RequestParam(required = false) @Min(1949) @Max(2999) Integer year,
      @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page) {
    BoardFilter filter = BoardFilter.of(programme, department, kind, year, clock);
    return figures.of(filter, page, Caller.current());
  }
}

package org.duban.oversight.board;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import org.duban.directory.Directory;
import org.duban.escalation.Light;
import org.duban.escalation.OwnTerm;
import org.duban.notice.MilestoneKind;
import org.duban.oversight.Standing;
import org.duban.oversight.milestone.MilestoneFilter;
import org.duban.oversight.milestone.Overview;
import org.duban.security.Caller;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The board as a page, and the lists behind its figures. */
@Controller
class BoardPageController {

  private static final int ON_A_PAGE = 50;

  private final BoardFigures figures;
  private final Overview overview;
  private final Directory directory;
  private final Clock clock;

  BoardPageController(BoardFigures figures, Overview overview, Directory directory, Clock clock) {
    this.figures = figures;
    this.overview = overview;
    this.directory = directory;
    this.clock = clock;
  }

  @GetMapping("/board")
  String board(
      @RequestParam(required = false) String programme,
      @RequestParam(required = false) String department,
      @RequestParam(required = false) MilestoneKind kind,
      @RequestParam(required = false) @Min(1949) @Max(2999) Integer year,
      @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
      Model model) {
    BoardFilter filter = BoardFilter.of(programme, department, kind, year, clock);
    Caller caller = Caller.current();
    Board board = figures.of(filter, page, caller);
    BoardWords words = new BoardWords(directory);
    model.addAttribute("board", board);
    model.addAttribute("filter", filter);
    model.addAttribute("words", words);
    model.addAttribute("only", words.only(filter, board));
    model.addAttribute("ledger", filter.milestones().ledger());
    model.addAttribute(
        "choices", filter.narrowed() ? figures.choices(caller) : Board.Choices.of(board));
    return "board";
  }

  /**
   * @param month what is due in it, as 2021-06
   * @param due what is due on this day
   */
  @GetMapping("/board/milestones")
  String milestones(
      @RequestParam(required = false) String programme,
      @RequestParam(required = false) String lead,
      @RequestParam(required = false) String holder,
      @RequestParam(required = false) MilestoneKind kind,
      @RequestParam(required = false) Light light,
      @RequestParam(required = false) Standing standing,
      @RequestParam(required = false) Integer level,
      @RequestParam(required = false) Boolean open,
      @RequestParam(required = false) Boolean withdrawn,
      @RequestParam(required = false) OwnTerm term,
      @RequestParam(required = false) Boolean overdue,
      @RequestParam(required = false) YearMonth month,
      @RequestParam(required = false) LocalDate due,
      @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
      Model model) {
    LocalDate from = due != null ? due : month == null ? null : month.atDay(1);
    LocalDate before =
        due != null ? due.plusDays(1) : month == null ? null : month.plusMonths(1).atDay(1);
    MilestoneFilter filter =
        new MilestoneFilter(
            light,
            null,
            kind,
            null,
            before,
            BoardFilter.given(programme),
            from,
            BoardFilter.given(lead),
            BoardFilter.given(holder),
            standing,
            level,
            open,
            withdrawn,
            term,
            overdue);
    Caller caller = Caller.current();
    BoardWords words = new BoardWords(directory);
    model.addAttribute("list", overview.list(filter, page, ON_A_PAGE, caller));
    model.addAttribute("asked", words.asked(filter, month, due));
    model.addAttribute("words", words);
    model.addAttribute("term", filter.term());
    model.addAttribute("ledger", filter.ledger());
    model.addAttribute("cockpit", caller.seesEverything());
    model.addAttribute("before", turned(page - 1));
    model.addAttribute("after", turned(page + 1));
    return "milestones";
  }

  /** The same list on another page of it. */
  private static String turned(int page) {
    return ServletUriComponentsBuilder.fromCurrentRequest()
        .replaceQueryParam("page", page)
        .scheme(null)
        .host(null)
        .port(null)
        .toUriString();
  }
}

package org.duban.bulletin;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Map;
import java.util.stream.IntStream;
import org.duban.oversight.Standing;
import org.duban.programme.ActRefused;
import org.duban.programme.InvalidSubmission;
import org.duban.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The pages on which the office drafts bulletins, reads them through and releases them; everyone
 * else finds what was released.
 */
@Controller
@RequestMapping("/bulletins")
class BulletinPageController {

  /** Two years back. */
  private static final int OFFERED = 24;

  private final Bulletins bulletins;
  private final BulletinWords words;
  private final Clock clock;

  BulletinPageController(Bulletins bulletins, BulletinWords words, Clock clock) {
    this.bulletins = bulletins;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping
  String list(Model model) {
    YearMonth now = YearMonth.now(clock);
    Caller caller = Caller.current();
    model.addAttribute("bulletins", bulletins.list(caller));
    model.addAttribute("office", caller.supervisingOffice());
    model.addAttribute("zone", clock.getZone());
    model.addAttribute("months", IntStream.range(0, OFFERED).mapToObj(now::minusMonths).toList());
    model.addAttribute("proposed", now.minusMonths(1));
    return "bulletins";
  }

  @PostMapping
  String draft(@RequestParam(defaultValue = "") String month) {
    return page(bulletins.draft(month, Caller.current().userId()).bulletin().id());
  }

  @GetMapping("/{id}")
  String show(@PathVariable long id, Model model) {
    Bulletin bulletin = bulletins.get(id);
    MonthFigures figures = bulletins.figures(bulletin);
    model.addAttribute("bulletin", bulletin);
    model.addAttribute("figures", figures);
    model.addAttribute("standings", Standing.values());
    model.addAttribute("words", words.of(figures, bulletin.foreword(), bulletin.releasedAt()));
    return "bulletin";
  }

  @PostMapping("/{id}")
  String reword(@PathVariable long id, @RequestParam(defaultValue = "") String foreword) {
    bulletins.reword(id, foreword);
    return page(id);
  }

  /** Asks once more before it goes out for good. */
  @GetMapping("/{id}/release")
  String confirm(@PathVariable long id, Model model) {
    model.addAttribute("bulletin", bulletins.get(id));
    return "bulletin-release";
  }

  @PostMapping("/{id}/release")
  String release(@PathVariable long id) {
    bulletins.release(id, Caller.current().userId());
    return page(id);
  }

  private static String page(long id) {
    return "redirect:/bulletins/" + id;
  }

  /** A reader gets a page, not the problem details that a program gets. */
  @ExceptionHandler
  ModelAndView notNow(ActRefused refused) {
    return error(HttpStatus.CONFLICT, refused.getMessage());
  }

  @ExceptionHandler
  ModelAndView invalid(InvalidSubmission refused) {
    return error(HttpStatus.BAD_REQUEST, refused.getMessage());
  }

  private static ModelAndView error(HttpStatus status, String sentence) {
    return new ModelAndView("error", Map.of("status", status.value(), "message", sentence), status);
  }
}

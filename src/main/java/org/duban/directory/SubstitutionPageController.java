package org.duban.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.security.Caller;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which people say who stands in for them, or for one of their department. */
@Controller
class SubstitutionPageController {

  private static final String AGAIN = "redirect:/substitutions";

  /** A person to choose. */
  record Choice(String id, String label) {}

  private final Substitutions substitutions;
  private final Directory directory;
  private final Clock clock;

  SubstitutionPageController(Substitutions substitutions, Directory directory, Clock clock) {
    this.substitutions = substitutions;
    this.directory = directory;
    this.clock = clock;
  }

  @GetMapping("/substitutions")
  String show(Model model) {
    Caller caller = Caller.current();
    LocalDate today = LocalDate.now(clock);
    List<Choice> absentees = choices(substitutions.absentees(caller));
    if (absentees.isEmpty()) {
      throw new AccessDeniedException("代理由本人、本单位负责人或督查室登记。");
    }
    model.addAttribute("today", today);
    model.addAttribute("user", caller.userId());
    model.addAttribute("absentees", absentees);
    model.addAttribute("standIns", choices(substitutions.standIns(caller)));
    model.addAttribute(
        "substitutions",
        substitutions.seenBy(caller).stream()
            .map(one -> SubstitutionView.of(one, today, directory))
            .toList());
    return "substitutions";
  }

  @PostMapping("/substitutions")
  String enter(
      @RequestParam String absent,
      @RequestParam String substitute,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
      RedirectAttributes outcome) {
    SubstitutionOrder order = new SubstitutionOrder(absent, substitute, from, to);
    try {
      Substitution made = substitutions.enter(order, Caller.current());
      outcome.addFlashAttribute(
          "made",
          SubstitutionView.of(made, LocalDate.now(clock), directory, substitutions.warnings(made)));
    } catch (SubstitutionRefused | AccessDeniedException refused) {
      outcome.addFlashAttribute("refusal", refused.getMessage());
      outcome.addFlashAttribute("asked", order);
    }
    return AGAIN;
  }

  @PostMapping("/substitutions/{id}/end")
  String end(@PathVariable long id, RedirectAttributes outcome) {
    try {
      if (!substitutions.end(id, Caller.current())) {
        throw new ResponseStatusException(HttpStatus.NOT_FOUND, "没有编号为 " + id + " 的代理。");
      }
    } catch (AccessDeniedException refused) {
      outcome.addFlashAttribute("refusal", refused.getMessage());
    }
    return AGAIN;
  }

  private List<Choice> choices(List<Account> accounts) {
    return accounts.stream()
        .map(account -> new Choice(account.person().id(), label(account)))
        .toList();
  }

  /** A head belongs to the department too, which needn't be said. */
  private String label(Account account) {
    Set<String> groups = account.groups();
    return account.person().name()
        + groups.stream()
            .filter(
                group ->
                    group.startsWith("head-")
                        || !groups.contains("head-" + Directory.holderOf(group)))
            .sorted()
            .map(directory::groupName)
            .collect(Collectors.joining("、", "（", "）"));
  }
}

package org.duban.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.duban.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Who stands in for whom: seeing it, arranging it, ending it. */
@RestController
@RequestMapping("/api/v1/substitutions")
class SubstitutionsController {

  private final Substitutions substitutions;
  private final Directory directory;
  private final Clock clock;

  SubstitutionsController(Substitutions substitutions, Directory directory, Clock clock) {
    this.substitutions = substitutions;
    this.directory = directory;
    this.clock = clock;
  }

  @GetMapping
  List<SubstitutionView> list() {
    return substitutions.seenBy(Caller.current()).stream().map(this::view).toList();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  SubstitutionView enter(@RequestBody SubstitutionOrder order) {
    Substitution made = substitutions.enter(order, Caller.current());
    return SubstitutionView.of(made, LocalDate.now(clock), directory, substitutions.warnings(made));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@PathVariable long id) {
    if (!substitutions.end(id, Caller.current())) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "没有编号为 " + id + " 的代理。");
    }
  }

  private SubstitutionView view(Substitution one) {
    return SubstitutionView.of(one, LocalDate.now(clock), directory);
  }

  @ExceptionHandler
  ProblemDetail refused(SubstitutionRefused refused) {
    return problem(HttpStatus.BAD_REQUEST, "代理安排有误", refused.getMessage());
  }

  @ExceptionHandler
  ProblemDetail denied(AccessDeniedException denied) {
    return problem(HttpStatus.FORBIDDEN, "无权办理", denied.getMessage());
  }

  private static ProblemDetail problem(HttpStatus status, String title, String sentence) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
    problem.setTitle(title);
    return problem;
  }
}

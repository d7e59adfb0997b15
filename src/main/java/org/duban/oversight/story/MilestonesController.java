package org.duban.oversight.story;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.duban.audit.Entry;
import org.duban.audit.Trail;
import org.duban.escalation.Light;
import org.duban.escalation.OwnTerm;
import org.duban.notice.MilestoneKind;
import org.duban.oversight.KnownFigure;
import org.duban.oversight.KnownFigures;
import org.duban.oversight.Standing;
import org.duban.oversight.ladder.LadderStory;
import org.duban.oversight.ladder.LadderView;
import org.duban.oversight.ladder.TermRow;
import org.duban.oversight.ladder.TermRows;
import org.duban.oversight.milestone.Attribution;
import org.duban.oversight.milestone.MilestoneFilter;
import org.duban.oversight.milestone.MilestoneHistory;
import org.duban.oversight.milestone.MilestoneRow;
import org.duban.oversight.milestone.Overview;
import org.duban.oversight.milestone.PageOf;
import org.duban.oversight.milestone.PersonNames;
import org.duban.programme.MilestoneState;
import org.duban.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Milestones: lists, one with its history, its trail. */
@RestController
@RequestMapping("/api/v1/milestones")
class MilestonesController {

  record Detail(
      @JsonUnwrapped MilestoneRow row,
      List<MilestoneHistory.Report> reports,
      List<MilestoneHistory.SignOff> signOffs,
      List<MilestoneHistory.Review> reviews,
      List<Attribution.Share> held,
      List<TermRow> terms) {}

  /**
   * @param actingFor id of the absent person in whose place the person acted, else null
   */
  record Step(
      String what,
      String label,
      String who,
      String whoName,
      String onBehalfOf,
      String actingFor,
      Instant at,
      String detail) {

    static Step of(Entry entry, PersonNames names) {
      return new Step(
          entry.what().name(),
          entry.what().label(),
          entry.who(),
          names.of(entry.who()),
          entry.onBehalfOf(),
          entry.actingFor(),
          entry.at(),
          entry.detail());
    }
  }

  private final Overview overview;
  private final MilestoneHistory history;
  private final Attribution attribution;
  private final TermRows terms;
  private final LadderStory ladders;
  private final KnownFigures figures;
  private final Trail trail;
  private final PersonNames names;

  MilestonesController(
      Overview overview,
      MilestoneHistory history,
      Attribution attribution,
      TermRows terms,
      LadderStory ladders,
      KnownFigures figures,
      Trail trail,
      PersonNames names) {
    this.overview = overview;
    this.history = history;
    this.attribution = attribution;
    this.terms = terms;
    this.ladders = ladders;
    this.figures = figures;
    this.trail = trail;
    this.names = names;
  }

  @GetMapping
  PageOf<MilestoneRow> list(
      @RequestParam(required = false) Light light,
      @RequestParam(required = false) String department,
      @RequestParam(required = false) MilestoneKind kind,
      @RequestParam(required = false) MilestoneState state,
      @RequestParam(required = false) LocalDate dueBefore,
      @RequestParam(required = false) String programme,
      @RequestParam(required = false) LocalDate dueFrom,
      @RequestParam(required = false) String lead,
      @RequestParam(required = false) String holder,
      @RequestParam(required = false) Standing standing,
      @RequestParam(required = false) Integer level,
      @RequestParam(required = false) Boolean open,
      @RequestParam(required = false) Boolean withdrawn,
      @RequestParam(required = false) OwnTerm term,
      @RequestParam(required = false) Boolean overdue,
      @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
      @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int size) {
    return overview.list(
        new MilestoneFilter(
            light,
            department,
            kind,
            state,
            dueBefore,
            programme,
            dueFrom,
            lead,
            holder,
            standing,
            level,
            open,
            withdrawn,
            term,
            overdue),
        page,
        size,
        Caller.current());
  }

  @GetMapping("/{id}")
  Detail one(@PathVariable String id) {
    MilestoneRow row = within(id);
    return new Detail(
        row,
        history.reports(id),
        history.signOffs(id),
        history.reviews(id),
        attribution.of(row),
        terms.of(row));
  }

  /** Everything that happened to it and around it, the oldest first. */
  @GetMapping("/{id}/trail")
  List<Step> trail(@PathVariable String id) {
    MilestoneRow milestone = within(id);
    return trail.ofMilestone(id, milestone.project(), milestone.programme()).stream()
        .map(entry -> Step.of(entry, names))
        .toList();
  }

  /** What has happened on the ladder, what comes next and when. */
  @GetMapping("/{id}/ladder")
  LadderView ladder(@PathVariable String id) {
    return ladders.of(id, Caller.current()).orElseThrow(() -> none(id));
  }

  /**
   * Figures reported before that may serve for its commitments too.
   *
   * @param department code of the one that is about to report
   */
  @GetMapping("/{id}/figures")
  List<KnownFigure> figures(
      @PathVariable String id, @RequestParam(defaultValue = "") String department) {
    return figures.of(within(id).id(), department, Caller.current());
  }

  private MilestoneRow within(String id) {
    return overview.milestone(id, Caller.current()).orElseThrow(() -> none(id));
  }

  private static ResponseStatusException none(String id) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "没有编号为 " + id + " 的节点。");
  }
}

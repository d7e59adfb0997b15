package org.duban.oversight.ladder;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.duban.audit.Happening;
import org.duban.audit.Trail;
import org.duban.escalation.Prospects;
import org.duban.oversight.milestone.MilestoneRow;
import org.duban.oversight.milestone.Overview;
import org.duban.security.Caller;
import org.springframework.stereotype.Component;

/** Tells the ladder of a milestone: what has happened, what comes next and when. */
@Component
public class LadderStory {

  private static final Set<Happening> ON_THE_LADDER =
      EnumSet.of(
          Happening.REMINDED,
          Happening.TERM_REMINDED,
          Happening.TERM_PAST,
          Happening.WARNED,
          Happening.ESCALATED,
          Happening.DELAY_EXPLAINED,
          Happening.INSTRUCTED,
          Happening.ESCALATION_LIFTED,
          Happening.DEEMED_AGREED,
          Happening.RETURNED,
          Happening.REDATED,
          Happening.CLOSED);

  private final Overview overview;
  private final TermRows terms;
  private final Trail trail;
  private final Prospects prospects;

  LadderStory(Overview overview, TermRows terms, Trail trail, Prospects prospects) {
    this.overview = overview;
    this.terms = terms;
    this.trail = trail;
    this.prospects = prospects;
  }

  /** Empty when there is none within the caller's reach. */
  public Optional<LadderView> of(String milestoneId, Caller caller) {
    return overview
        .milestone(milestoneId, caller)
        .map(row -> new LadderView(row, terms.of(row), happened(row), ahead(row)));
  }

  private List<LadderView.Past> happened(MilestoneRow row) {
    return trail.ofMilestone(row.id(), row.project(), row.programme()).stream()
        .filter(entry -> ON_THE_LADDER.contains(entry.what()))
        .map(entry -> new LadderView.Past(entry.at(), entry.what().label(), entry.detail()))
        .toList();
  }

  private List<LadderView.Coming> ahead(MilestoneRow row) {
    return prospects.of(row.id()).stream().map(LadderView.Coming::of).toList();
  }
}

package org.duban.programme.revision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.duban.audit.Entry;
import org.duban.audit.Happening;
import org.duban.audit.Trail;
import org.duban.notice.Draft;
import org.duban.programme.ActRefused;
import org.duban.programme.DraftNotRegistrable;
import org.duban.programme.InvalidSubmission;
import org.duban.programme.MilestoneState;
import org.duban.programme.Programme;
import org.duban.programme.RevisionRefused;
import org.duban.programme.Sentence;
import org.duban.programme.listing.ListedProject;
import org.duban.programme.register.MilestoneRows;
import org.duban.programme.register.ProgrammeRows;
import org.duban.programme.registration.DraftDigest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Revised lists of programmes that are registered, or run already. */
@Component
public class Revisions {

  private static final int LONGEST_REASON = 2000;

  private final ProgrammeRows programmes;
  private final MilestoneRows milestones;
  private final Listing listing;
  private final RevisionOrder order;
  private final DraftDigest digest;
  private final Trail trail;
  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Clock clock;

  Revisions(
      ProgrammeRows programmes,
      MilestoneRows milestones,
      Listing listing,
      RevisionOrder order,
      DraftDigest digest,
      Trail trail,
      JdbcClient jdbc,
      ObjectMapper json,
      Clock clock) {
    this.programmes = programmes;
    this.milestones = milestones;
    this.listing = listing;
    this.order = order;
    this.digest = digest;
    this.trail = trail;
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /**
   * What the revised list would change.
   *
   * @return empty when there is no such programme
   * @throws DraftNotRegistrable when a flag stands that must be settled first
   * @throws RevisionRefused when it's unclear what is meant, or can't be done
   * @throws ActRefused when it changes a project of which something is suspended
   */
  @Transactional(readOnly = true)
  public Optional<Difference> preview(String programmeId, Draft draft) {
    DraftNotRegistrable.checkRevised(draft);
    return programmes
        .find(programmeId)
        .map(programme -> Difference.of(programme, draft.title(), changes(programme, draft)));
  }

  /**
   * Applies the revised list, whole or not at all. What is closed is left alone and told, and so is
   * what the office withdrew and the list goes on naming as before. The same list again changes
   * nothing and leaves no trace.
   *
   * @return what it changed; empty when there is no such programme
   * @throws InvalidSubmission when the reason is missing or too long
   * @throws DraftNotRegistrable as {@link #preview}
   * @throws RevisionRefused as {@link #preview}
   * @throws ActRefused as {@link #preview}
   */
  @Transactional
  public Optional<Difference> apply(String programmeId, Draft draft, String reason, String userId) {
    String words = Sentence.required("修订原因", reason, LONGEST_REASON);
    DraftNotRegistrable.checkRevised(draft);
    programmes.lock(programmeId);
    milestones.lockAll(programmeId);
    return programmes.find(programmeId).map(programme -> apply(programme, draft, words, userId));
  }

  private List<ProjectChange> changes(Programme programme, Draft draft) {
    if (draft.year() != programme.year()) {
      throw new RevisionRefused(
          "这是 " + draft.year() + " 年的清单，而原清单是 " + programme.year() + " 年的，不能作为它的修订。");
    }
    if (programme.state().equals("DISPATCHING")) {
      throw new RevisionRefused("清单正在交办，请待交办完毕后再修订。");
    }
    if (programme.state().equals("CLOSED")) {
      throw new RevisionRefused("清单各项均已销号或撤销，不能再修订；新增事项请另立清单。");
    }
    List<ProjectChange> changes = listing.compare(programme.id(), draft);
    changes.stream()
        .filter(change -> change.stays() && change.changes())
        .map(ProjectChange::before)
        .forEach(this::refuseWhileSuspended);
    return changes;
  }

  private void refuseWhileSuspended(ListedProject project) {
    if (milestones.owed(project.id()).stream()
        .anyMatch(one -> one.state() == MilestoneState.SUSPENDED)) {
      throw ActRefused.notNow(project.name() + "有节点中止计时，请先恢复计时，再修订这一项。");
    }
  }

  private Difference apply(Programme programme, Draft draft, String reason, String userId) {
    List<ProjectChange> changes = changes(programme, draft);
    Difference difference = Difference.of(programme, draft.title(), changes);
    changes.forEach(order::keep);
    if (!difference.changed()) {
      return difference;
    }
    record(programme, digest.of(draft), reason, difference, userId);
    trail.record(
        Entry.ofProgramme(
            programme.tenantId(),
            programme.id(),
            Happening.REVISED,
            userId,
            clock.instant(),
            reason));
    programmes.rename(programme.id(), draft.title());
    boolean runs = programme.state().equals("DISPATCHED");
    changes.stream()
        .filter(ProjectChange::changes)
        .forEach(change -> order.carryOut(programme, change, runs, reason, userId));
    programmes.closeWhenAllIsOver(programme.id());
    return difference;
  }

  private void record(
      Programme programme, String digest, String reason, Difference difference, String userId) {
    jdbc.sql(
            """
            insert into revision (tenant_id, programme_id, digest, reason, difference, before, revised_at, revised_by)
            select :tenant, :programme, :digest, :reason, :difference::jsonb,
                   jsonb_agg(to_jsonb(p) || jsonb_build_object(
                       'assignments', (select jsonb_agg(to_jsonb(a)) from assignment a where a.project_id = p.id),
                       'listedSeats', (select jsonb_agg(to_jsonb(l)) from listed_seat l where l.project_id = p.id),
                       'commitments', (select jsonb_agg(to_jsonb(c)) from commitment c where c.project_id = p.id),
                       'milestones', (select jsonb_agg(to_jsonb(m)) from milestone m where m.project_id = p.id))),
                   :at, :by
            from project p where p.programme_id = :programme
            """)
        .param("tenant", programme.tenantId())
        .param("programme", programme.id())
        .param("digest", digest)
        .param("reason", reason)
        .param("difference", text(difference))
        .param("at", Timestamp.from(clock.instant()))
        .param("by", userId)
        .update();
  }

  private String text(Difference difference) {
    try {
      return json.writeValueAsString(difference);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}

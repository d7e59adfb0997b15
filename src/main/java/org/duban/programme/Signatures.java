package org.duban.programme;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.duban.audit.Entry;
import org.duban.audit.Happening;
import org.duban.audit.Trail;
import org.duban.programme.duty.SignaturePolicy;
import org.duban.programme.register.MilestoneRows;
import org.duban.programme.register.ProjectRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who signs a report, and whose signature under the returned one stands for it. What stands is kept
 * with the round in which it was given; a milestone that was opened again is signed anew by all.
 */
@Component
public class Signatures {

  /** What a lead filed for the report that goes out now, held against what was signed of it. */
  private record Compared(String reporter, boolean unchanged) {}

  /** How the report of the round before was returned. */
  private record Returned(Boolean signaturesStand) {}

  private final JdbcClient jdbc;
  private final MilestoneRows rows;
  private final ProjectRows projects;
  private final Trail trail;
  private final Clock clock;

  Signatures(JdbcClient jdbc, MilestoneRows rows, ProjectRows projects, Trail trail, Clock clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.projects = projects;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * The departments that must sign in the round that runs: all but those whose signature stands.
   */
  @Transactional(readOnly = true)
  public List<String> owed(String milestoneId) {
    Milestone milestone = rows.find(milestoneId).orElseThrow();
    List<String> standing =
        jdbc.sql(
                """
                select department_code from sign_off
                where milestone_id = :milestone and round = :round and carried_from is not null
                """)
            .param("milestone", milestoneId)
            .param("round", milestone.round())
            .query(String.class)
            .list();
    return projects.assignments(milestone.projectId()).stream()
        .filter(seat -> seat.role() == Role.SUPPORT && seat.signsOff())
        .map(Assignment::departmentCode)
        .filter(department -> !standing.contains(department))
        .toList();
  }

  /** A new report is ready: writes down which signatures under the returned one stand for it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void carryOver(String milestoneId) {
    Milestone milestone = rows.lock(milestoneId);
    Optional<Returned> returned = returned(milestone);
    if (returned.isEmpty()) {
      return;
    }
    List<Compared> reports = compared(milestone);
    boolean unchanged =
        SignaturePolicy.unchanged(reports.stream().map(Compared::unchanged).toList());
    if (SignaturePolicy.stand(returned.get().signaturesStand(), unchanged)) {
      SignaturePolicy.standing(
              given(milestone),
              signatories(milestone),
              reports.stream().map(Compared::reporter).toList())
          .forEach(signature -> carryOver(milestone, signature));
    }
  }

  private void carryOver(Milestone milestone, SignaturePolicy.Signature signature) {
    jdbc.sql(
            """
            insert into sign_off (tenant_id, milestone_id, round, department_code, decision, opinion, signed_by, signed_at,
                                  carried_from)
            select tenant_id, milestone_id, :round, department_code, decision, opinion, signed_by, signed_at, :signedIn
            from sign_off where milestone_id = :milestone and round = :round - 1 and department_code = :department
            order by id desc limit 1
            """)
        .param("round", milestone.round())
        .param("signedIn", signature.signedIn())
        .param("milestone", milestone.id())
        .param("department", signature.department())
        .update();
    trail.record(
        new Entry(
            milestone.tenantId(),
            milestone.programmeId(),
            milestone.projectId(),
            milestone.id(),
            Happening.SIGN_OFF_STANDS,
            Entry.SYSTEM,
            signature.department(),
            clock.instant(),
            "第 " + signature.signedIn() + " 轮会签继续有效"));
  }

  private Optional<Returned> returned(Milestone milestone) {
    return jdbc.sql(
            """
            select signatures_stand from review
            where milestone_id = :milestone and round = :round - 1 and decision = 'RETURN'
            """)
        .param("milestone", milestone.id())
        .param("round", milestone.round())
        .query(Returned.class)
        .optional();
  }

  /**
   * The report that goes out is the last one of the round, for one lead or for all: it's held
   * against the one that went out before, whoever filed that. What each lead filed besides is held
   * against its own last figures.
   */
  private List<Compared> compared(Milestone milestone) {
    return jdbc.sql(
            """
            select now.filed_by as reporter,
                   coalesce(now.percent = was.percent and now.actuals = was.actuals and now.targets = was.targets, false)
                       as unchanged
            from (select distinct on (kind, department_code) *, id = max(id) over () as goes_out from report
                  where milestone_id = :milestone and round = :round and kind <> 'RESOLUTION'
                  order by kind, department_code, id desc) now
            left join lateral (
                select * from report
                where milestone_id = :milestone and round < :round and kind <> 'RESOLUTION'
                  and (now.goes_out or kind = now.kind and department_code = now.department_code)
                order by id desc limit 1) was on true
            order by now.id
            """)
        .param("milestone", milestone.id())
        .param("round", milestone.round())
        .query(Compared.class)
        .list();
  }

  private List<SignaturePolicy.Signature> given(Milestone milestone) {
    return jdbc.sql(
            """
            select department_code, decision, coalesce(carried_from, round) as signed_in, signed_by, signed_at
            from sign_off where milestone_id = :milestone and round = :round - 1 order by id
            """)
        .param("milestone", milestone.id())
        .param("round", milestone.round())
        .query(
            (row, n) ->
                new SignaturePolicy.Signature(
                    row.getString("department_code"),
                    row.getString("decision").equals("AGREE"),
                    row.getInt("signed_in"),
                    row.getString("signed_by"),
                    row.getTimestamp("signed_at").toInstant()))
        .list();
  }

  private List<SignaturePolicy.Signatory> signatories(Milestone milestone) {
    return jdbc.sql(
            """
            select department_code, assigned_at from assignment
            where project_id = :project and role = 'SUPPORT' and signs_off
            """)
        .param("project", milestone.projectId())
        .query(
            (row, n) -> {
              Timestamp since = row.getTimestamp("assigned_at");
              return new SignaturePolicy.Signatory(
                  row.getString("department_code"), since == null ? null : since.toInstant());
            })
        .list();
  }
}

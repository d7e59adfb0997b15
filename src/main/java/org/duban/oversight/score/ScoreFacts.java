package org.duban.oversight.score;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.duban.calendar.WorkingCalendar;
import org.duban.oversight.HeldDays;
import org.duban.oversight.HeldDays.Holding;
import org.duban.oversight.HeldDays.Nobodys;
import org.duban.oversight.HeldDays.Span;
import org.duban.oversight.PastHoldings;
import org.duban.oversight.ScoreEvent;
import org.duban.programme.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Gathers what may be worth points, each fact once, with the days that were the department's own. A
 * milestone that was opened again keeps what it was worth when it was met first; meeting it once
 * more is worth nothing, missing its new day is.
 */
@Component
class ScoreFacts {

  private static final String OF_PROGRAMME =
      " and (:programme::text is null or p.programme_id = :programme) ";

  private static final String DUTIES =
      """
      select m.id as milestone, p.id as project, p.number || '、' || p.title as title, v.run, v.due,
             a.department_code as department, v.closed_at
      from milestone_run v join milestone m on m.id = v.milestone_id join project p on p.id = m.project_id
                           join assignment a on a.project_id = p.id and a.role = 'LEAD'
      where v.state not in ('WITHDRAWN', 'SUSPENDED', 'PLANNED') and sent_out(p, :end)
        and (v.closed_at >= :begin and v.closed_at < :end
             -- what was sent out after its day is owed from then on
             or greatest(v.due, (p.dispatched_at at time zone :zone)::date) between :from and :to
                and (v.closed_at is null or v.closed_at >= :end))
      """
          + OF_PROGRAMME
          + "order by v.due, m.id, v.run, a.position";

  private static final String HELD_PAST_DUE =
      """
      select h.milestone_id as milestone, p.id as project, p.number || '、' || p.title as title, v.run, v.due, h.own_due, h.holder,
             h.role, h.since, least(h.until, :end) as until, h.until is null or h.until >= :end as still, h.past_spans
      from holding_term h join milestone_run v on v.milestone_id = h.milestone_id and h.since >= v.begins and h.since < v.ends
                     join milestone m on m.id = h.milestone_id join project p on p.id = m.project_id
                     -- what was taken away while no day ran was late only if it was so before
                     left join lateral (select min(s.since) as since from suspension s
                                        where s.milestone_id = h.milestone_id and s.since <= h.until
                                          and (s.until is null or s.until > h.until)) stood on true
      where coalesce(h.own_due, v.due) < :to and h.role in ('LEAD', 'SUPPORT') and v.state not in ('WITHDRAWN', 'SUSPENDED')
        and h.since < :end
        and (h.until is null
             or (coalesce(stood.since, h.until) at time zone :zone)::date > coalesce(h.own_due, v.due)
             or datemultirange(daterange((h.since at time zone :zone)::date, (h.until at time zone :zone)::date, '(]')) && h.past)
      """
          + OF_PROGRAMME
          + "order by h.id";

  private static final String RETURNS =
      """
      select r.reviewed_at as at, a.department_code as department, 'RETURNED' as event, m.id as milestone, p.id as project,
             p.number || '、' || p.title as title, 0 as working_days
      from review r join milestone m on m.id = r.milestone_id join project p on p.id = m.project_id
                    join assignment a on a.project_id = p.id and a.role = 'LEAD'
      where r.decision = 'RETURN' and r.reviewed_at >= :begin and r.reviewed_at < :end
      """
          + OF_PROGRAMME
          + "order by r.id, a.position";

  private static final String ESCALATIONS =
      """
      select e.at, u.holder as department, 'ESCALATED_LEVEL_' || e.level as event, m.id as milestone, p.id as project,
             p.number || '、' || p.title as title, 0 as working_days
      from escalation e join milestone m on m.id = e.milestone_id join project p on p.id = m.project_id
                        cross join lateral unnest(e.responsible) as u(holder)
      where e.level >= 2 and e.at >= :begin and e.at < :end and u.holder not in ('supervising-office', 'leader')
      """
          + OF_PROGRAMME
          + "order by e.id, u.holder";

  private static final String EXTENSIONS =
      """
      select x.decided_at as at, x.department_code as department, 'EXTENDED' as event, m.id as milestone, p.id as project,
             p.number || '、' || p.title as title, 0 as working_days
      from extension_request x join milestone m on m.id = x.milestone_id join project p on p.id = m.project_id
      where x.state = 'APPROVED' and x.decided_at >= :begin and x.decided_at < :end
      """
          + OF_PROGRAMME
          + "order by x.id";

  private final JdbcClient jdbc;
  private final PastHoldings holdings;
  private final Clock clock;
  private final HeldDays days;

  ScoreFacts(JdbcClient jdbc, PastHoldings holdings, WorkingCalendar calendar, Clock clock) {
    this.jdbc = jdbc;
    this.holdings = holdings;
    this.clock = clock;
    this.days = new HeldDays(calendar::isWorkingDay);
  }

  /**
   * @param programme null for all
   */
  List<ScoredFact> of(ScorePeriod period, String programme) {
    Map<Part, Late> late = late(period, programme);
    List<ScoredFact> facts = new ArrayList<>();
    facts.addAll(met(period, programme, late));
    facts.addAll(signOffs(period, late));
    for (String sql : List.of(RETURNS, ESCALATIONS, EXTENSIONS)) {
      facts.addAll(asked(sql, period, programme).query(ScoredFact.class).list());
    }
    return facts;
  }

  private StatementSpec asked(String sql, ScorePeriod period, String programme) {
    return jdbc.sql(sql)
        .param("begin", Timestamp.from(period.begin()))
        .param("end", Timestamp.from(period.end()))
        .param("from", period.from())
        .param("to", period.to())
        .param("zone", period.zone().getId())
        .param("programme", programme, Types.VARCHAR);
  }

  // ---- leads

  private record Duty(
      String milestone,
      String project,
      String title,
      int run,
      LocalDate due,
      String department,
      Instant closedAt) {

    boolean closedBy(Instant end) {
      return closedAt != null && closedAt.isBefore(end);
    }

    boolean late(ScorePeriod period) {
      return !closedBy(period.end()) || LocalDate.ofInstant(closedAt, period.zone()).isAfter(due);
    }
  }

  private List<ScoredFact> met(ScorePeriod period, String programme, Map<Part, Late> late) {
    return asked(DUTIES, period, programme).query(Duty.class).list().stream()
        .filter(duty -> duty.closedBy(period.end()) || duty.due().isBefore(period.to()))
        .filter(duty -> duty.run() == 1 || duty.late(period))
        .map(duty -> met(duty, period, late))
        .toList();
  }

  private static ScoredFact met(Duty duty, ScorePeriod period, Map<Part, Late> late) {
    Late own = late.get(new Part(duty.milestone(), duty.run(), duty.department(), Role.LEAD));
    boolean closed = duty.closedBy(period.end());
    LocalDate on =
        closed ? LocalDate.ofInstant(duty.closedAt(), period.zone()) : period.to().plusDays(1);
    return new ScoredFact(
        closed ? duty.closedAt() : period.last(),
        duty.department(),
        event(closed, on, duty.due()),
        duty.milestone(),
        duty.project(),
        duty.title(),
        own == null ? 0 : own.workingDays());
  }

  private static ScoreEvent event(boolean closed, LocalDate on, LocalDate due) {
    if (!closed) {
      return ScoreEvent.OVERDUE;
    }
    return on.isBefore(due)
        ? ScoreEvent.MET_AHEAD
        : on.isEqual(due) ? ScoreEvent.MET_ON_TIME : ScoreEvent.MET_LATE;
  }

  // ---- days past due: past the sign-off's own day, else past the milestone's

  private record Part(String milestone, int run, String department, Role role) {}

  private record Held(
      String milestone,
      String project,
      String title,
      int run,
      LocalDate due,
      LocalDate ownDue,
      String holder,
      Role role,
      Instant since,
      Instant until,
      boolean still,
      String pastSpans) {}

  /**
   * @param last its last late stretch
   * @param workingDays none where it was late on days off only
   */
  private record Late(Held last, int workingDays) {}

  private Map<Part, Late> late(ScorePeriod period, String programme) {
    Map<Part, List<Held>> stretches = new HashMap<>();
    for (Held held : asked(HELD_PAST_DUE, period, programme).query(Held.class).list()) {
      stretches
          .computeIfAbsent(
              new Part(held.milestone(), held.run(), held.holder(), held.role()),
              any -> new ArrayList<>())
          .add(held);
    }
    Function<String, Nobodys> free =
        holdings.nobodys(
            stretches.keySet().stream().map(Part::milestone).distinct().toList(),
            clock.instant().plus(1, ChronoUnit.MICROS),
            LocalDate.now(clock));
    Map<Part, Late> late = new HashMap<>();
    stretches.forEach(
        (part, its) -> {
          int own = pastDue(its, free.apply(part.milestone()), period);
          late.put(part, new Late(its.get(its.size() - 1), own));
        });
    return late;
  }

  private int pastDue(List<Held> stretches, Nobodys free, ScorePeriod period) {
    List<Holding> holdings =
        stretches.stream()
            .map(
                held ->
                    new Holding(
                        held.holder(),
                        held.role(),
                        span(held, period),
                        held.ownDue(),
                        Span.listOf(held.pastSpans())))
            .toList();
    return days.of(holdings, free, stretches.get(0).due()).get(0).pastDue();
  }

  private static Span span(Held held, ScorePeriod period) {
    LocalDate until = held.still() ? period.to() : LocalDate.ofInstant(held.until(), period.zone());
    return new Span(LocalDate.ofInstant(held.since(), period.zone()), until);
  }

  // ---- supports

  /** A sign-off counts in the period in which it was given, or else still owed. */
  private static List<ScoredFact> signOffs(ScorePeriod period, Map<Part, Late> late) {
    List<ScoredFact> facts = new ArrayList<>();
    late.forEach(
        (part, own) -> {
          Held last = own.last();
          Instant at = last.still() ? period.last() : last.until();
          if (part.role() == Role.SUPPORT && !at.isBefore(period.begin())) {
            facts.add(
                new ScoredFact(
                    at,
                    part.department(),
                    last.still() ? ScoreEvent.SIGN_OFF_MISSING : ScoreEvent.SIGN_OFF_LATE,
                    last.milestone(),
                    last.project(),
                    last.title(),
                    own.workingDays()));
          }
        });
    return facts;
  }
}

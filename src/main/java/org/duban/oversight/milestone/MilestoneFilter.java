package org.duban.oversight.milestone;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.duban.escalation.Light;
import org.duban.escalation.OpenTerms;
import org.duban.escalation.OwnTerm;
import org.duban.notice.MilestoneKind;
import org.duban.oversight.Standing;
import org.duban.programme.MilestoneState;
import org.duban.security.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which milestones are wanted; null leaves a question open. What isn't sent out yet is an
 * obligation of nobody: it is among them only where the supervising office asks for state PLANNED.
 * Whoever asks by light, state, level, or for what is open, asks for obligations, as the board
 * counts them: what isn't open has neither light nor level here, and the rhythm of a long-term
 * project is no obligation.
 *
 * @param department code of a department that leads or supports
 * @param dueBefore only what is due earlier than this day
 * @param dueFrom only what is due on this day or later
 * @param lead code of a department that leads
 * @param holder who has it in hand, or whose term it is where one is asked for
 * @param term what has a day of its own and is open: then holder, light, level, overdue and the
 *     days between which it is due are the term's
 * @param overdue whether the day is past, that of the term where one is asked for
 * @param open true for what is being worked on only
 * @param withdrawn false leaves out what was withdrawn
 */
public record MilestoneFilter(
    Light light,
    String department,
    MilestoneKind kind,
    MilestoneState state,
    LocalDate dueBefore,
    String programme,
    LocalDate dueFrom,
    String lead,
    String holder,
    Standing standing,
    Integer level,
    Boolean open,
    Boolean withdrawn,
    OwnTerm term,
    Boolean overdue) {

  public static final MilestoneFilter ANY =
      new MilestoneFilter(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

  /** Holds for a row {@code t} of term_now that is wanted. */
  private static final String TERM_CONDITION =
      """
      (t.term = :term and not t.suspended
       and (:holder::text is null or t.holder = :holder)
       and (:light::text is null or %s = :light)
       and (:level::int is null or t.level = :level)
       and (:dueBefore::date is null or t.due < :dueBefore)
       and (:dueFrom::date is null or t.due >= :dueFrom)
       and (:overdue::boolean is null or :overdue = (t.due < :today)))
      """
          .formatted(OpenTerms.LIGHT);

  /**
   * What belongs to a project as a whole is shown with its first milestone: that of a term {@code
   * t}.
   */
  public static final String MILESTONE_OF_TERM =
      """
      coalesce(t.milestone_id, (select f.id from milestone f where f.project_id = t.project_id
                                order by f.due nulls last, f.id limit 1))
      """;

  /** Joins each row {@code o} of the overview with the terms {@code t} of it that are wanted. */
  static final String WITH_TERM =
      " join term_now t on o.id = " + MILESTONE_OF_TERM + " and " + TERM_CONDITION;

  /** Holds for a row {@code o} of the overview that is wanted and within the caller's reach. */
  public static final String CONDITION =
      Reach.CONDITION
          + """
            and (o.sent_out or :state = 'PLANNED')
            and (:term::text is not null or :light::text is null or o.light = :light and %1$s)
            and (:department::text is null or exists (select 1 from assignment a
                 where a.project_id = o.project_id and a.department_code = :department))
            and (:kind::text is null or o.kind = :kind)
            and (:state::text is null or o.state = :state and o.due is not null)
            and (:term::text is not null or :dueBefore::date is null or o.due < :dueBefore)
            and (:programme::text is null or o.programme_id = :programme)
            and (:term::text is not null or :dueFrom::date is null or o.due >= :dueFrom)
            and (:lead::text is null or exists (select 1 from assignment l where l.project_id = o.project_id
                 and l.role = 'LEAD' and l.department_code = :lead))
            and (:term::text is not null or :holder::text is null or :holder = any(o.waiting_for))
            and (:term::text is not null or :level::int is null or o.level = :level and %1$s)
            and (:term::text is not null or :overdue::boolean is null or :overdue = (%1$s and o.due < :today))
            and (:term::text is null or o.id in (select %2$s from term_now t where %3$s))
            and (:open::boolean is null or :open = %1$s)
            and (:withdrawn::boolean is null or :withdrawn = (o.state = 'WITHDRAWN'))
            and (:standing::text is null or o.due is not null and :standing =
          """
              .formatted(Owed.of("o"), MILESTONE_OF_TERM, TERM_CONDITION)
          + Standing.CASE
          + ") ";

  /** Where the ledger of these is. */
  public String ledger() {
    return UriComponentsBuilder.fromPath("/api/v1/ledger.xlsx")
        .queryParamIfPresent("light", Optional.ofNullable(light))
        .queryParamIfPresent("department", Optional.ofNullable(department))
        .queryParamIfPresent("kind", Optional.ofNullable(kind))
        .queryParamIfPresent("state", Optional.ofNullable(state))
        .queryParamIfPresent("dueBefore", Optional.ofNullable(dueBefore))
        .queryParamIfPresent("programme", Optional.ofNullable(programme))
        .queryParamIfPresent("dueFrom", Optional.ofNullable(dueFrom))
        .queryParamIfPresent("lead", Optional.ofNullable(lead))
        .queryParamIfPresent("holder", Optional.ofNullable(holder))
        .queryParamIfPresent("standing", Optional.ofNullable(standing))
        .queryParamIfPresent("level", Optional.ofNullable(level))
        .queryParamIfPresent("open", Optional.ofNullable(open))
        .queryParamIfPresent("withdrawn", Optional.ofNullable(withdrawn))
        .queryParamIfPresent("term", Optional.ofNullable(term))
        .queryParamIfPresent("overdue", Optional.ofNullable(overdue))
        .encode()
        .toUriString();
  }

  /**
   * A statement with {@link #CONDITION} in it, asked by this caller now.
   *
   * @param nearDue see {@link OpenTerms#nearDue}
   */
  public StatementSpec ask(
      JdbcClient jdbc, String sql, Caller caller, Clock clock, LocalDate nearDue) {
    return Reach.ask(jdbc, sql, caller)
        .param("light", name(light), Types.VARCHAR)
        .param("department", department, Types.VARCHAR)
        .param("kind", name(kind), Types.VARCHAR)
        .param("state", name(state), Types.VARCHAR)
        .param("dueBefore", dueBefore, Types.DATE)
        .param("programme", programme, Types.VARCHAR)
        .param("dueFrom", dueFrom, Types.DATE)
        .param("lead", lead, Types.VARCHAR)
        .param("holder", holder, Types.VARCHAR)
        .param("level", level, Types.INTEGER)
        .param("open", open, Types.BOOLEAN)
        .param("withdrawn", withdrawn, Types.BOOLEAN)
        .param("term", name(term), Types.VARCHAR)
        .param("overdue", overdue, Types.BOOLEAN)
        .param("standing", name(standing), Types.VARCHAR)
        .param("today", LocalDate.now(clock), Types.DATE)
        .param("nearDue", nearDue, Types.DATE)
        .param("zone", clock.getZone().getId());
  }

  private static String name(Enum<?> value) {
    return value == null ? null : value.name();
  }
}

package org.duban.escalation;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.duban.security.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Missed deadlines on the ladder, within the caller's reach. */
@RestController
@RequestMapping("/api/v1/escalations")
class EscalationsController {

  /**
   * @param term MILESTONE, SIGN_OFF or RECOVERY: whose day was missed
   * @param holder code of the department whose own term it is; null where it's the milestone's
   */
  record Row(
      long id,
      String programme,
      String milestone,
      Term term,
      String holder,
      int level,
      List<String> responsible,
      List<String> recipients,
      Instant at,
      String reason,
      String state) {

    static Row of(Escalation escalation) {
      return new Row(
          escalation.id(),
          escalation.programmeId(),
          escalation.milestoneId(),
          escalation.term(),
          escalation.holder(),
          escalation.level(),
          escalation.responsible(),
          escalation.recipients(),
          escalation.at(),
          escalation.reason(),
          escalation.state());
    }
  }

  private static final int MOST = 5000;

  private final JdbcClient jdbc;

  EscalationsController(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** In the order in which they came, at most {@value #MOST}. */
  @GetMapping
  List<Row> list(
      @RequestParam(required = false) String programme,
      @RequestParam(required = false) Integer level) {
    Caller caller = Caller.current();
    return jdbc.sql(
            Escalation.SELECT
                + """
                where (:programme::text is null or programme_id = :programme)
                  and (:level::int is null or level = :level)
                  and (:all or exists (select 1 from assignment a where a.project_id = escalation.project_id
                                       and a.department_code = any(:departments)))
                order by id limit :most
                """)
        .param("programme", programme, Types.VARCHAR)
        .param("level", level, Types.INTEGER)
        .param("all", caller.seesEverything())
        .param("departments", caller.departments().toArray(String[]::new))
        .param("most", MOST)
        .query((row, n) -> Row.of(Escalation.read(row, n)))
        .list();
  }
}

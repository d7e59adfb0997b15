package org.duban.story;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How things stand at a moment, as far as a story has to know them. */
record Present(
    LocalDate today,
    String programme,
    String state,
    List<Offer> offers,
    List<Owed> milestones,
    List<Seated> seats,
    List<Absence> absences) {

  /**
   * An open task.
   *
   * @param about the item or milestone
   * @param holder the department, office or leader it is offered to
   */
  record Offer(
      String id, String kind, String about, String holder, boolean heads, boolean halted) {}

  /** A milestone, whatever its state. */
  record Owed(
      String id,
      String name,
      String kind,
      String state,
      LocalDate due,
      boolean rhythm,
      int item,
      String projectState) {}

  /** A department's place in a project. */
  record Seated(int item, String department, String role, String projectState) {}

  /** A substitution that isn't over. */
  record Absence(long id, String absent, String substitute, boolean runs) {}

  static Present of(JdbcClient jdbc, LocalDate today) {
    return new Present(
        today,
        jdbc.sql("select id from programme").query(String.class).optional().orElse(""),
        jdbc.sql("select state from programme").query(String.class).optional().orElse(""),
        offers(jdbc),
        milestones(jdbc),
        seats(jdbc),
        absences(jdbc, today));
  }

  private static List<Offer> offers(JdbcClient jdbc) {
    return jdbc.sql(
            """
            select t.id_ as id, substr(t.task_def_key_, 10) as kind,
                   substr(e.business_key_, strpos(e.business_key_, '/') + 1) as about,
                   regexp_replace(l.group_id_, '^(department|head)-', '') as holder,
                   l.group_id_ like 'head-%' as heads, t.suspension_state_ = 2 as halted
            from act_ru_task t
                     join act_ru_execution e on e.id_ = t.proc_inst_id_
                     left join act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate'
            order by 3, 2, 4, t.create_time_, t.id_
            """)
        .query(Offer.class)
        .list();
  }

  private static List<Owed> milestones(JdbcClient jdbc) {
    return jdbc.sql(
            """
            select m.id, p.registered_as || '/' || m.kind || coalesce('/' || m.original_due, '') as name, m.kind, m.state,
                   m.due, m.kind = 'ONGOING' and m.rhythm_id is null as rhythm, p.registered_as as item,
                   p.state as project_state
            from milestone m join project p on p.id = m.project_id order by p.registered_as, m.id
            """)
        .query(Owed.class)
        .list();
  }

  private static List<Seated> seats(JdbcClient jdbc) {
    return jdbc.sql(
            """
            select p.registered_as as item, a.department_code as department, a.role, p.state as project_state
            from assignment a join project p on p.id = a.project_id order by 1, a.role, a.position, 2
            """)
        .query(Seated.class)
        .list();
  }

  private static List<Absence> absences(JdbcClient jdbc, LocalDate today) {
    return jdbc.sql(
            """
            select id, absent, substitute, :today between first_day and last_day as runs from substitution
            where ended_at is null and last_day >= :today order by id
            """)
        .param("today", today)
        .query(Absence.class)
        .list();
  }
}

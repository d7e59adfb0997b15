package org.duban.programme;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of programmes. */
@Repository
class ProgrammeRows {

  private static final String SELECT =
      """
      select p.id, p.tenant_id, p.title, p.year, p.state, p.registered_at, p.registered_by, p.dispatched_at,
             (select count(*) from project q where q.programme_id = p.id) as projects,
             (select count(*) from milestone m join project q on q.id = m.project_id
              where q.programme_id = p.id and m.rhythm_id is null) as milestones
      from programme p
      """;

  private final JdbcClient jdbc;

  ProgrammeRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Two people who register at once do it one after the other, so the second finds the first's. */
  void lockTenant(String tenant) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext(:tenant))")
        .param("tenant", tenant)
        .query((row, n) -> null)
        .list();
  }

  Optional<Programme> withDigest(String tenant, String digest) {
    return jdbc.sql(SELECT + "where p.tenant_id = :tenant and p.digest = :digest")
        .param("tenant", tenant)
        .param("digest", digest)
        .query(Programme.class)
        .optional();
  }

  Optional<Programme> find(String id) {
    return jdbc.sql(SELECT + "where p.id = :id").param("id", id).query(Programme.class).optional();
  }

  List<Programme> all() {
    return jdbc.sql(SELECT + "order by p.registered_at desc, p.id").query(Programme.class).list();
  }

  List<String> inState(String state) {
    return jdbc.sql("select id from programme where state = :state order by id")
        .param("state", state)
        .query(String.class)
        .list();
  }

  /** The wish itself, or the wish with a number when another list of that year has it. */
  String freeId(String wish) {
    int others =
        jdbc.sql("select count(*) from programme where id = :wish or id like :wish || '-%'")
            .param("wish", wish)
            .query(Integer.class)
            .single();
    return others == 0 ? wish : wish + "-" + (others + 1);
  }

  void insert(
      String id, String tenant, String title, int year, String digest, Instant at, String by) {
    jdbc.sql(
            """
            insert into programme (id, tenant_id, title, year, digest, state, registered_at, registered_by)
            values (:id, :tenant, :title, :year, :digest, 'REGISTERED', :at, :by)
            """)
        .param("id", id)
        .param("tenant", tenant)
        .param("title", title)
        .param("year", year)
        .param("digest", digest)
        .param("at", Timestamp.from(at))
        .param("by", by)
        .update();
  }

  boolean beginDispatch(String id, Instant at, String by) {
    return jdbc.sql(
                """
                update programme set state = 'DISPATCHING', dispatched_at = :at, dispatched_by = :by
                where id = :id and state = 'REGISTERED'
                """)
            .param("at", Timestamp.from(at))
            .param("by", by)
            .param("id", id)
            .update()
        == 1;
  }

  List<String> waitingForDispatch(String id) {
    return jdbc.sql(
            "select id from project where programme_id = :id and state = 'REGISTERED' order by"
                + " ordinal")
        .param("id", id)
        .query(String.class)
        .list();
  }

  void markDispatched(String id) {
    jdbc.sql("update programme set state = 'DISPATCHED' where id = :id and state = 'DISPATCHING'")
        .param("id", id)
        .update();
  }
}

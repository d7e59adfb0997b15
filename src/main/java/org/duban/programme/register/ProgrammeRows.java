package org.duban.programme.register;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.duban.programme.Programme;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of programmes. */
@Repository
public class ProgrammeRows {

  private static final String SELECT =
      """
      select p.id, p.tenant_id, p.title, p.year, p.state, p.registered_at, p.registered_by, p.dispatched_at,
             (select count(*) from project q where q.programme_id = p.id and q.state <> 'WITHDRAWN') as projects,
             (select count(*) from milestone m join project q on q.id = m.project_id
              where q.programme_id = p.id and m.rhythm_id is null and m.state <> 'WITHDRAWN') as milestones
      from programme p
      """;

  private final JdbcClient jdbc;

  ProgrammeRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Two people who register at once do it one after the other, so the second finds the first's. */
  public void lockTenant(String tenant) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext(:tenant))")
        .param("tenant", tenant)
        .query((row, n) -> null)
        .list();
  }

  public Optional<Programme> withDigest(String tenant, String digest) {
    return jdbc.sql(
            SELECT
                + """
                where p.tenant_id = :tenant
                  and (p.digest = :digest
                       or exists (select 1 from revision r where r.programme_id = p.id and r.digest = :digest))
                order by p.registered_at, p.id limit 1
                """)
        .param("tenant", tenant)
        .param("digest", digest)
        .query(Programme.class)
        .optional();
  }

  /** The first programme of that year among whose items are all of these, word for word. */
  public Optional<Programme> withItems(
      String tenant, int year, List<String> titles, List<String> texts) {
    return jdbc.sql(
            SELECT
                + """
                where p.tenant_id = :tenant and p.year = :year and not exists (
                    select 1 from unnest(:titles::text[], :texts::text[]) as item(title, body)
                    where not exists (select 1 from project q where q.programme_id = p.id and q.title = item.title
                                        and q.body = item.body))
                order by p.registered_at, p.id limit 1
                """)
        .param("tenant", tenant)
        .param("year", year)
        .param("titles", titles.toArray(String[]::new))
        .param("texts", texts.toArray(String[]::new))
        .query(Programme.class)
        .optional();
  }

  /**
   * A programme that holds some of the items of a list.
   *
   * @param items how many of the list's items stand in it
   */
  public record Overlap(String id, String title, int items) {}

  /**
   * The programme of that year, not closed yet, in which most of these items stand, word for word.
   */
  public Optional<Overlap> withMostItems(
      String tenant, int year, List<String> titles, List<String> texts) {
    return jdbc.sql(
            """
            select p.id, p.title, count(distinct item.place) as items
            from unnest(:titles::text[], :texts::text[]) with ordinality as item(title, body, place)
                join project q on q.title = item.title and q.body = item.body and q.state <> 'WITHDRAWN'
                join programme p on p.id = q.programme_id
            where p.tenant_id = :tenant and p.year = :year and p.state <> 'CLOSED'
            group by p.id
            order by items desc, p.registered_at, p.id limit 1
            """)
        .param("tenant", tenant)
        .param("year", year)
        .param("titles", titles.toArray(String[]::new))
        .param("texts", texts.toArray(String[]::new))
        .query(Overlap.class)
        .optional();
  }

  public Optional<Programme> find(String id) {
    return jdbc.sql(SELECT + "where p.id = :id").param("id", id).query(Programme.class).optional();
  }

  /** Whoever holds it revises or dispatches alone until the transaction ends. */
  public void lock(String id) {
    jdbc.sql("select id from programme where id = :id for update")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  public void rename(String id, String title) {
    jdbc.sql("update programme set title = :title where id = :id")
        .param("title", title)
        .param("id", id)
        .update();
  }

  /**
   * A number under which no project of the programme was ever registered, the wish if it's free.
   */
  public int freeNumber(String id, int wish) {
    return jdbc.sql(
            """
            select case when exists (select 1 from project where programme_id = :id and registered_as = :wish)
                        then (select max(greatest(registered_as, ordinal)) + 1 from project where programme_id = :id)
                        else :wish end
            """)
        .param("id", id)
        .param("wish", wish)
        .query(Integer.class)
        .single();
  }

  /** A programme that was sent out is closed with its last project. */
  public void closeWhenAllIsOver(String id) {
    jdbc.sql(
            """
            update programme set state = 'CLOSED'
            where id = :id and state = 'DISPATCHED'
              and not exists (select 1 from project p where p.programme_id = programme.id
                              and p.state not in ('CLOSED', 'WITHDRAWN'))
            """)
        .param("id", id)
        .update();
  }

  /** One of its projects runs again. */
  public void reopen(String id) {
    jdbc.sql("update programme set state = 'DISPATCHED' where id = :id and state = 'CLOSED'")
        .param("id", id)
        .update();
  }

  public List<Programme> all() {
    return jdbc.sql(SELECT + "order by p.registered_at desc, p.id").query(Programme.class).list();
  }

  public List<String> inState(String state) {
    return jdbc.sql("select id from programme where state = :state order by id")
        .param("state", state)
        .query(String.class)
        .list();
  }

  /** The wish itself, or the wish with a number when another list of that year has it. */
  public String freeId(String wish) {
    int others =
        jdbc.sql("select count(*) from programme where id = :wish or id like :wish || '-%'")
            .param("wish", wish)
            .query(Integer.class)
            .single();
    return others == 0 ? wish : wish + "-" + (others + 1);
  }

  public void insert(
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

  public boolean beginDispatch(String id, Instant at, String by) {
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

  public List<String> waitingForDispatch(String id) {
    return jdbc.sql(
            "select id from project where programme_id = :id and state = 'REGISTERED' order by"
                + " ordinal")
        .param("id", id)
        .query(String.class)
        .list();
  }

  public void markDispatched(String id) {
    jdbc.sql("update programme set state = 'DISPATCHED' where id = :id and state = 'DISPATCHING'")
        .param("id", id)
        .update();
  }
}

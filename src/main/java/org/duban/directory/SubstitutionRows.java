package org.duban.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of substitutions. */
@Repository
class SubstitutionRows {

  private final JdbcClient jdbc;

  SubstitutionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whoever holds the table decides alone until the transaction ends. */
  void lock() {
    jdbc.sql("lock table substitution in share row exclusive mode").update();
  }

  long insert(String tenant, SubstitutionOrder order, String by, Instant at) {
    return jdbc.sql(
            """
            insert into substitution (tenant_id, absent, substitute, first_day, last_day, entered_by, entered_at)
            values (:tenant, :absent, :substitute, :from, :to, :by, :at) returning id
            """)
        .param("tenant", tenant)
        .param("absent", order.absent())
        .param("substitute", order.substitute())
        .param("from", order.from())
        .param("to", order.to())
        .param("by", by)
        .param("at", Timestamp.from(at))
        .query(Long.class)
        .single();
  }

  Optional<Substitution> find(long id) {
    return jdbc.sql("select * from substitution where id = :id")
        .param("id", id)
        .query(SubstitutionRows::read)
        .optional();
  }

  /** The latest first. */
  List<Substitution> all() {
    return jdbc.sql("select * from substitution order by first_day desc, id desc limit 1000")
        .query(SubstitutionRows::read)
        .list();
  }

  /** What runs on that day or later. */
  List<Substitution> notOver(LocalDate day) {
    return jdbc.sql(
            "select * from substitution where ended_at is null and last_day >= :day order by id")
        .param("day", day)
        .query(SubstitutionRows::read)
        .list();
  }

  /** The persons for whom somebody stood in at that time of that day. */
  List<String> absentBehind(String substitute, LocalDate day, Instant at) {
    return jdbc.sql(
            """
            select absent from substitution
            where substitute = :substitute and :day between first_day and last_day
              and (ended_at is null or ended_at > :at)
            order by id
            """)
        .param("substitute", substitute)
        .param("day", day)
        .param("at", Timestamp.from(at))
        .query(String.class)
        .list();
  }

  /** Notes that those of that day have begun; the absent persons of those that hadn't before. */
  List<String> begin(LocalDate day, Instant at) {
    return jdbc.sql(
            """
            update substitution set begun_at = :at
            where begun_at is null and ended_at is null and :day between first_day and last_day
            returning absent
            """)
        .param("day", day)
        .param("at", Timestamp.from(at))
        .query(String.class)
        .list();
  }

  void end(long id, String by, Instant at) {
    jdbc.sql("update substitution set ended_at = :at, ended_by = :by where id = :id")
        .param("id", id)
        .param("by", by)
        .param("at", Timestamp.from(at))
        .update();
  }

  private static Substitution read(ResultSet row, int n) throws SQLException {
    Timestamp ended = row.getTimestamp("ended_at");
    return new Substitution(
        row.getLong("id"),
        row.getString("absent"),
        row.getString("substitute"),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        row.getString("entered_by"),
        row.getTimestamp("entered_at").toInstant(),
        ended == null ? null : ended.toInstant());
  }
}

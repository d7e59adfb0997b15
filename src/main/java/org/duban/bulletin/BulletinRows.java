package org.duban.bulletin;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of bulletins. */
@Repository
class BulletinRows {

  private static final String SELECT =
      """
      select id, month, state, foreword, drafted_by, drafted_at, released_by, released_at from bulletin
      """;

  private final JdbcClient jdbc;

  BulletinRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest month first. */
  List<Bulletin> all() {
    return jdbc.sql(SELECT + "order by month desc").query(Bulletin.class).list();
  }

  Optional<Bulletin> find(long id) {
    return jdbc.sql(SELECT + "where id = :id").param("id", id).query(Bulletin.class).optional();
  }

  Optional<Bulletin> of(String month) {
    return jdbc.sql(SELECT + "where month = :month")
        .param("month", month)
        .query(Bulletin.class)
        .optional();
  }

  /** Whoever holds the row decides alone until the transaction ends. */
  Optional<Bulletin> lock(long id) {
    return jdbc.sql(SELECT + "where id = :id for update")
        .param("id", id)
        .query(Bulletin.class)
        .optional();
  }

  /** Changes nothing when the month has one. */
  boolean insert(String tenant, String month, String userId, Instant at) {
    return jdbc.sql(
                """
                insert into bulletin (tenant_id, month, state, drafted_by, drafted_at)
                values (:tenant, :month, 'DRAFT', :by, :at) on conflict (tenant_id, month) do nothing
                """)
            .param("tenant", tenant)
            .param("month", month)
            .param("by", userId)
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }

  void reword(long id, String foreword) {
    jdbc.sql("update bulletin set foreword = :foreword where id = :id")
        .param("foreword", foreword)
        .param("id", id)
        .update();
  }

  void release(long id, String userId, Instant at, byte[] document) {
    jdbc.sql(
            """
            update bulletin set state = 'RELEASED', released_by = :by, released_at = :at, document = :document
            where id = :id
            """)
        .param("by", userId)
        .param("at", Timestamp.from(at))
        .param("document", document)
        .param("id", id)
        .update();
  }

  byte[] document(long id) {
    return jdbc.sql("select document from bulletin where id = :id")
        .param("id", id)
        .query(byte[].class)
        .single();
  }
}

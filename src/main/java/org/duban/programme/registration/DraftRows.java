package org.duban.programme.registration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.duban.notice.Correction;
import org.duban.notice.Flag;
import org.duban.notice.Reading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of drafts. */
@Repository
class DraftRows {

  /** A draft in a list of them. */
  record Head(
      String id,
      String title,
      DraftState state,
      String draftedBy,
      Instant changedAt,
      String programmeId) {}

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  DraftRows(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void insert(
      String id, String tenant, Reading reading, Correction correction, String user, Instant at) {
    jdbc.sql(
            """
            insert into draft (id, tenant_id, state, version, title, reading, sheet, seen, drafted_by, drafted_at, changed_at)
            values (:id, :tenant, 'DRAFTING', 1, :title, :reading, :sheet, '[]', :user, :at, :at)
            """)
        .param("id", id)
        .param("tenant", tenant)
        .param("title", correction.title())
        .param("reading", write(reading))
        .param("sheet", write(correction))
        .param("user", user)
        .param("at", Timestamp.from(at))
        .update();
  }

  Optional<KeptDraft> find(String id) {
    return jdbc.sql("select * from draft where id = :id")
        .param("id", id)
        .query((row, n) -> draft(row))
        .optional();
  }

  /** Whoever holds the row decides alone until the transaction ends. */
  Optional<KeptDraft> lock(String id) {
    return jdbc.sql("select * from draft where id = :id for update")
        .param("id", id)
        .query((row, n) -> draft(row))
        .optional();
  }

  /** The drafts not yet registered, the last changed first. */
  List<Head> open(String tenant) {
    return jdbc.sql(
            """
            select id, title, state, drafted_by, changed_at, programme_id from draft
            where tenant_id = :tenant and state <> 'REGISTERED' order by changed_at desc, id
            """)
        .param("tenant", tenant)
        .query(Head.class)
        .list();
  }

  void correct(String id, Correction correction, List<Flag> seen, Instant at) {
    jdbc.sql(
            """
            update draft set sheet = :sheet, seen = :seen, title = :title, changed_at = :at, version = version + 1
            where id = :id
            """)
        .param("sheet", write(correction))
        .param("seen", write(seen))
        .param("title", correction.title())
        .param("at", Timestamp.from(at))
        .param("id", id)
        .update();
  }

  void submit(String id, String user, Instant at) {
    jdbc.sql(
            """
            update draft set state = 'SUBMITTED', submitted_by = :user, submitted_at = :at, changed_at = :at,
                   version = version + 1
            where id = :id
            """)
        .param("user", user)
        .param("at", Timestamp.from(at))
        .param("id", id)
        .update();
  }

  void giveBack(String id, String user, String reason, Instant at) {
    jdbc.sql(
            """
            update draft set state = 'RETURNED', returned_by = :user, return_reason = :reason, changed_at = :at,
                   version = version + 1
            where id = :id
            """)
        .param("user", user)
        .param("reason", reason)
        .param("at", Timestamp.from(at))
        .param("id", id)
        .update();
  }

  void registered(String id, String programmeId, Instant at) {
    jdbc.sql(
            """
            update draft set state = 'REGISTERED', programme_id = :programme, changed_at = :at, version = version + 1
            where id = :id
            """)
        .param("programme", programmeId)
        .param("at", Timestamp.from(at))
        .param("id", id)
        .update();
  }

  void delete(String id) {
    jdbc.sql("delete from draft where id = :id").param("id", id).update();
  }

  private KeptDraft draft(ResultSet row) throws SQLException {
    Timestamp submitted = row.getTimestamp("submitted_at");
    return new KeptDraft(
        row.getString("id"),
        row.getString("tenant_id"),
        DraftState.valueOf(row.getString("state")),
        row.getInt("version"),
        read(row.getString("reading"), new TypeReference<Reading>() {}),
        read(row.getString("sheet"), new TypeReference<Correction>() {}),
        read(row.getString("seen"), new TypeReference<List<Flag>>() {}),
        row.getString("drafted_by"),
        row.getTimestamp("drafted_at").toInstant(),
        row.getTimestamp("changed_at").toInstant(),
        row.getString("submitted_by"),
        submitted == null ? null : submitted.toInstant(),
        row.getString("returned_by"),
        row.getString("return_reason"),
        row.getString("programme_id"));
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private <T> T read(String kept, TypeReference<T> type) {
    try {
      return json.readValue(kept, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}

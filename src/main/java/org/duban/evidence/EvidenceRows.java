package org.duban.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files and their bytes. */
@Repository
class EvidenceRows {

  private static final int PIECE = 256 * 1024;

  private final JdbcClient jdbc;

  EvidenceRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The first version of each before its later ones, in the order in which they came. */
  List<EvidenceFile> of(String milestoneId) {
    return jdbc.sql("select * from evidence where milestone_id = :id order by number")
        .param("id", milestoneId)
        .query(EvidenceRows::read)
        .list();
  }

  Optional<EvidenceFile> find(UUID id) {
    return jdbc.sql("select * from evidence where id = :id")
        .param("id", id)
        .query(EvidenceRows::read)
        .optional();
  }

  boolean replaced(UUID id) {
    return jdbc.sql("select exists (select 1 from evidence where replaces = :id)")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  /** Stores what is known before the bytes are; {@link #store} completes it. */
  void insert(EvidenceFile file, String tenant) {
    jdbc.sql(
            """
            insert into evidence (id, tenant_id, milestone_id, department_code, name, media_type, size, sha256, replaces,
                                  uploaded_by, uploaded_at)
            values (:id, :tenant, :milestone, :department, :name, :type, :size, :sha256, :replaces, :by, :at)
            """)
        .param("id", file.id())
        .param("tenant", tenant)
        .param("milestone", file.milestone())
        .param("department", file.department())
        .param("name", file.name())
        .param("type", file.mediaType())
        .param("size", file.size())
        .param("sha256", file.sha256())
        .param("replaces", file.replaces(), Types.OTHER)
        .param("by", file.by())
        .param("at", Timestamp.from(file.at()))
        .update();
  }

  /** Stores the bytes piece by piece and notes their number and digest. */
  void store(UUID id, InputStream content) throws IOException {
    MessageDigest digest = sha256();
    long size = 0;
    byte[] piece = content.readNBytes(PIECE);
    for (int number = 0; piece.length > 0; number++) {
      digest.update(piece);
      size += piece.length;
      jdbc.sql("insert into evidence_piece values (:id, :number, :content)")
          .param("id", id)
          .param("number", number)
          .param("content", piece)
          .update();
      piece = content.readNBytes(PIECE);
    }
    jdbc.sql("update evidence set size = :size, sha256 = :sha256 where id = :id")
        .param("size", size)
        .param("sha256", HexFormat.of().formatHex(digest.digest()))
        .param("id", id)
        .update();
  }

  void write(UUID id, OutputStream out) throws IOException {
    Optional<byte[]> piece = piece(id, 0);
    for (int number = 1; piece.isPresent(); number++) {
      out.write(piece.get());
      piece = piece(id, number);
    }
  }

  Optional<byte[]> piece(UUID id, int number) {
    return jdbc.sql("select content from evidence_piece where evidence_id = :id and number = :n")
        .param("id", id)
        .param("n", number)
        .query((row, n) -> row.getBytes(1))
        .optional();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static EvidenceFile read(ResultSet row, int n) throws SQLException {
    return new EvidenceFile(
        row.getObject("id", UUID.class),
        row.getString("milestone_id"),
        row.getString("department_code"),
        row.getString("name"),
        row.getString("media_type"),
        row.getLong("size"),
        row.getString("sha256"),
        row.getObject("replaces", UUID.class),
        row.getString("uploaded_by"),
        row.getTimestamp("uploaded_at").toInstant());
  }
}

package org.duban.publication;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.duban.audit.Entry;
import org.duban.audit.Happening;
import org.duban.audit.Trail;
import org.duban.programme.ActRefused;
import org.duban.programme.Programme;
import org.duban.programme.Programmes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens the progress of programmes to everyone, and ends that again. */
@Component
public class Publications {

  private final Programmes programmes;
  private final Trail trail;
  private final JdbcClient jdbc;
  private final Clock clock;

  Publications(Programmes programmes, Trail trail, JdbcClient jdbc, Clock clock) {
    this.programmes = programmes;
    this.trail = trail;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * What is open stays open, since when it was.
   *
   * @return empty when there is no such programme
   * @throws ActRefused when it wasn't sent out yet
   */
  @Transactional
  public Optional<Publication> open(String programmeId, String userId) {
    Optional<Programme> programme = programmes.find(programmeId);
    programme.ifPresent(found -> open(found, userId));
    return programme.map(found -> find(found.id()));
  }

  private void open(Programme programme, String userId) {
    if (programme.dispatchedAt() == null || programme.state().equals("DISPATCHING")) {
      throw ActRefused.notNow("清单尚未交办完毕，不能公开进展。");
    }
    int opened =
        jdbc.sql(
                """
                insert into publication (programme_id, tenant_id, opened_at, opened_by)
                values (:programme, :tenant, :at, :by) on conflict (programme_id) do nothing
                """)
            .param("programme", programme.id())
            .param("tenant", programme.tenantId())
            .param("at", Timestamp.from(clock.instant()))
            .param("by", userId)
            .update();
    if (opened == 1) {
      tell(programme, Happening.PUBLICATION_OPENED, userId);
    }
  }

  /**
   * From now on nobody finds it; what isn't open stays so.
   *
   * @return false when there is no such programme
   */
  @Transactional
  public boolean end(String programmeId, String userId) {
    Optional<Programme> programme = programmes.find(programmeId);
    programme.ifPresent(found -> end(found, userId));
    return programme.isPresent();
  }

  private void end(Programme programme, String userId) {
    int ended =
        jdbc.sql("delete from publication where programme_id = :programme")
            .param("programme", programme.id())
            .update();
    if (ended == 1) {
      tell(programme, Happening.PUBLICATION_ENDED, userId);
    }
  }

  private Publication find(String programmeId) {
    return jdbc.sql(
            "select programme_id as programme, opened_at, opened_by from publication"
                + " where programme_id = :programme")
        .param("programme", programmeId)
        .query(Publication.class)
        .single();
  }

  private void tell(Programme programme, Happening what, String userId) {
    trail.record(
        Entry.ofProgramme(
            programme.tenantId(),
            programme.id(),
            what,
            userId,
            clock.instant(),
            programme.title()));
  }
}

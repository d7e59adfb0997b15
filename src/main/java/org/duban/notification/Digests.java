package org.duban.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Bundles what waits for a person into one letter a day. */
@Repository
class Digests {

  private final JdbcClient jdbc;
  private final Clock clock;

  Digests(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Queues a digest for each person for whom something waits whose time has come. What comes after
   * the day's digest was made waits for tomorrow's, whichever node makes it.
   */
  @Transactional
  void gather() {
    Instant now = clock.instant();
    jdbc.sql(
            """
            with made as (
                insert into notification (tenant_id, occasion, kind, recipient, channel, message, created_at,
                                          next_attempt_at)
                select tenant_id, 'digest/' || tenant_id || '/' || :day, :digest, recipient, channel,
                       '汇总 ' || count(*) || ' 项', :now::timestamptz, :now::timestamptz
                from notification
                where state = 'QUEUED' and bundled and digest_id is null and next_attempt_at <= :now
                group by tenant_id, recipient, channel
                on conflict (occasion, recipient, channel) do nothing
                returning id, tenant_id, recipient, channel)
            update notification n set digest_id = made.id from made
            where n.tenant_id = made.tenant_id and n.recipient = made.recipient and n.channel = made.channel
              and n.state = 'QUEUED' and n.bundled and n.digest_id is null and n.next_attempt_at <= :now
            """)
        .param("digest", Message.DIGEST)
        .param("day", now.atZone(clock.getZone()).toLocalDate().toString())
        .param("now", Timestamp.from(now))
        .update();
  }
}

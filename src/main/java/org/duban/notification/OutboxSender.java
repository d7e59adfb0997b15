package org.duban.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is queued, the oldest first, a hundred in a transaction. A batch cut off before its
 * end is sent again, so a message may come twice but is never lost.
 */
@Component
@EnableScheduling
class OutboxSender {

  private static final int BATCH = 100;

  private record Queued(long id, String recipient, String message) {}

  private final JdbcClient jdbc;
  private final LogChannel channel;
  private final Clock clock;
  private final TransactionTemplate transaction;

  OutboxSender(JdbcClient jdbc, LogChannel channel, Clock clock, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.channel = channel;
    this.clock = clock;
    this.transaction = transaction;
  }

  @Scheduled(fixedDelayString = "${duban.outbox.pause:PT5S}")
  void sendQueued() {
    while (Boolean.TRUE.equals(transaction.execute(tx -> sendBatch()))) {
      // until a batch comes out short
    }
  }

  private boolean sendBatch() {
    List<Queued> batch =
        jdbc.sql(
                """
                select id, recipient, message from notification where state = 'QUEUED'
                order by id limit :batch for update skip locked
                """)
            .param("batch", BATCH)
            .query(Queued.class)
            .list();
    for (Queued queued : batch) {
      channel.send(queued.recipient(), queued.message());
    }
    jdbc.sql(
            """
            update notification set state = 'SENT', attempts = attempts + 1, sent_at = :now
            where id = any(:ids)
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("ids", batch.stream().map(Queued::id).toArray(Long[]::new))
        .update();
    return batch.size() == BATCH;
  }
}

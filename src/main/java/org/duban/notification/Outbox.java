package org.duban.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes messages in the transaction of what they tell of. */
@Component
public class Outbox {

  private final JdbcClient jdbc;
  private final Clock clock;

  Outbox(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Queues them in one statement; what was queued before for the same occasion is not repeated. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void queue(List<Message> messages) {
    if (messages.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into notification (tenant_id, project_id, milestone_id, occasion, kind, recipient, channel, message,
                                      created_at)
            select m.tenant_id, m.project_id, m.milestone_id, m.occasion, m.kind, m.recipient, :channel, m.message, :now
            from unnest(:tenants::text[], :projects::text[], :milestones::text[], :occasions::text[], :kinds::text[],
                        :recipients::text[], :messages::text[])
                 as m(tenant_id, project_id, milestone_id, occasion, kind, recipient, message)
            on conflict (occasion, recipient, channel) do nothing
            """)
        .param("channel", LogChannel.NAME)
        .param("now", Timestamp.from(clock.instant()))
        .param("tenants", column(messages, Message::tenantId))
        .param("projects", column(messages, Message::projectId))
        .param("milestones", column(messages, Message::milestoneId))
        .param("occasions", column(messages, Message::occasion))
        .param("kinds", column(messages, Message::kind))
        .param("recipients", column(messages, Message::recipient))
        .param("messages", column(messages, Message::text))
        .update();
  }

  private static String[] column(List<Message> messages, Function<Message, String> of) {
    return messages.stream().map(of).toArray(String[]::new);
  }
}

package org.duban.escalation;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives people the tasks that follow from an escalation on which they must act. */
@Component
class Summons {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final OneByOne oneByOne;
  private final ApplicationEventPublisher events;

  Summons(JdbcClient jdbc, Clock clock, OneByOne oneByOne, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.oneByOne = oneByOne;
    this.events = events;
  }

  /** Each escalation calls people once, whatever runs twice or at the same time. */
  void call() {
    oneByOne.each(
        jdbc.sql(
                """
                select id from escalation where action_required and raised_at is null and state = 'OPEN' order by id
                """)
            .query(Long.class)
            .list(),
        this::raise);
  }

  private void raise(long id) {
    jdbc.sql(
            """
            update escalation set raised_at = :now where id = :id and raised_at is null and state = 'OPEN'
            returning id as escalation_id, milestone_id
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("id", id)
        .query(EscalationRaised.class)
        .optional()
        .ifPresent(events::publishEvent);
  }
}

package org.duban.escalation;

import java.time.LocalDate;
import java.util.List;
import org.duban.escalation.SignOffSettings.Silence;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes silence for agreement, where the office decided that it does. */
@Component
class Silences {

  private final JdbcClient jdbc;
  private final Silence silence;
  private final OneByOne oneByOne;
  private final ApplicationEventPublisher events;

  Silences(
      JdbcClient jdbc,
      SignOffSettings settings,
      OneByOne oneByOne,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.silence = settings.silence();
    this.oneByOne = oneByOne;
    this.events = events;
  }

  /** Ends every sign-off whose time is over on that day. */
  void end(LocalDate day) {
    if (silence == Silence.DEEMED_AGREEMENT) {
      oneByOne.each(silentOn(day), this::end);
    }
  }

  private List<SilenceTaken> silentOn(LocalDate day) {
    return jdbc.sql(
            """
            select milestone_id, holder as department from watch
            where term = 'SIGN_OFF' and due < :day and not suspended order by due, milestone_id, holder
            """)
        .param("day", day)
        .query(SilenceTaken.class)
        .list();
  }

  /** Whoever signed in the meantime, or is ended by another node, is left alone. */
  private void end(SilenceTaken silent) {
    jdbc.sql(
            """
            select milestone_id from watch where term = 'SIGN_OFF' and milestone_id = :milestone and holder = :department
            for update skip locked
            """)
        .param("milestone", silent.milestoneId())
        .param("department", silent.department())
        .query(String.class)
        .optional()
        .ifPresent(still -> events.publishEvent(silent));
  }
}

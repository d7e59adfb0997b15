package org.duban.oversight.counter;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.duban.security.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compares the kept counts with the rows they count. Once a day, as the first thing of it, what
 * differs is counted anew.
 */
@Component
public class Counters {

  /**
   * @param drift in how many places a count differed from its rows
   */
  public record Check(long drift, Instant checkedAt) {}

  private record Place(String counter, long drift) {}

  private static final Logger log = LoggerFactory.getLogger(Counters.class);

  private static final List<String> ANEW =
      List.of(
          "delete from untallied",
          "delete from tally",
          "delete from tallied",
          "delete from day_tally",
          "delete from tallied_days",
          "insert into tally select * from tally_now",
          "insert into tallied select * from obligation_now",
          "insert into day_tally select * from day_tally_now",
          """
          insert into tallied_days
          select milestone_id, programme_id, kind, holder, role, days, past_due, past_original from held_now
          """);

  private final Tally tally;
  private final JdbcClient jdbc;
  private final Clock clock;

  Counters(Tally tally, JdbcClient jdbc, Clock clock) {
    this.tally = tally;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Counts the rows now, and changes nothing. */
  public Check compare() {
    return tally.atOneMoment(
        Caller.system(), moment -> new Check(sum(differences()), clock.instant()));
  }

  /** The last daily comparison; empty before the first. */
  Optional<Check> last() {
    return jdbc.sql("select drift, checked_at from counter_check order by id desc limit 1")
        .query(Check.class)
        .optional();
  }

  /**
   * Compares and mends, unless that was done today; it happens once, however many nodes there are.
   */
  @Scheduled(fixedDelayString = "${duban.tally.pause:PT2S}")
  void mendDaily() {
    if (due()) {
      tally.writeAlone(
          () -> {
            if (due()) {
              mend();
            }
            return true;
          });
    }
  }

  private boolean due() {
    return last()
        .map(check -> LocalDate.ofInstant(check.checkedAt(), clock.getZone()))
        .filter(day -> !day.isBefore(LocalDate.now(clock)))
        .isEmpty();
  }

  private void mend() {
    List<Place> differences = differences();
    if (sum(differences) > 0) {
      log.error("Counters differed from what they count and are counted anew: {}", differences);
      ANEW.forEach(sql -> jdbc.sql(sql).update());
    }
    jdbc.sql("insert into counter_check (checked_at, drift) values (:at, :drift)")
        .param("at", Timestamp.from(clock.instant()))
        .param("drift", sum(differences))
        .update();
  }

  private List<Place> differences() {
    return jdbc.sql("select counter, drift from counter_drift where drift > 0")
        .query(Place.class)
        .list();
  }

  private static long sum(List<Place> places) {
    return places.stream().mapToLong(Place::drift).sum();
  }
}

package org.duban.escalation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.duban.calendar.WorkingCalendar;
import org.duban.directory.Directory;
import org.duban.notification.Writing;
import org.duban.programme.Rhythms;
import org.duban.programme.Successions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The daily sheet. At each tick it looks at every obligation whose next rung is due and writes the
 * rung, the light, the escalation, the messages and the next rung, a chunk in a transaction. Ticks
 * that were missed are caught up in order, each as of its own day. A rung is written once, whatever
 * runs twice or at the same time, and people are told by one letter of all that a run says to them:
 * one that dies half way leaves it to the next run, which goes on where it ended.
 */
@Component
public class DeadlineSheet {

  private static final String SHEET = "deadline-sheet";

  private final SheetSchedule schedule;
  private final ZoneId zone;
  private final Clock clock;
  private final JdbcClient jdbc;
  private final Chunk chunks;
  private final RungWriter rungs;
  private final Successions successions;
  private final Rhythms rhythms;
  private final TermReminders reminders;
  private final DeadlinePolicies policies;
  private final WorkingCalendar calendar;
  private final Directory directory;
  private final Silences silences;
  private final Writing writing;
  private final Summons summons;
  private final TransactionTemplate transaction;

  DeadlineSheet(
      @Value("${duban.sheet.ticks}") List<LocalTime> ticks,
      Clock clock,
      JdbcClient jdbc,
      Chunk chunks,
      RungWriter rungs,
      Successions successions,
      Rhythms rhythms,
      TermReminders reminders,
      DeadlinePolicies policies,
      WorkingCalendar calendar,
      Directory directory,
      Silences silences,
      Writing writing,
      Summons summons,
      PlatformTransactionManager transactions) {
    this.zone = clock.getZone();
    this.schedule = new SheetSchedule(ticks, zone);
    this.clock = clock;
    this.jdbc = jdbc;
    this.chunks = chunks;
    this.rungs = rungs;
    this.successions = successions;
    this.rhythms = rhythms;
    this.reminders = reminders;
    this.policies = policies;
    this.calendar = calendar;
    this.directory = directory;
    this.silences = silences;
    this.writing = writing;
    this.summons = summons;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** The first tick after the given time. */
  public Instant nextTick(Instant after) {
    return schedule.after(after);
  }

  /** Runs every tick that came by now and hasn't run, then gives people the tasks that follow. */
  public void run() {
    Instant now = clock.instant();
    DeadlinePolicy policy = policies.inForce();
    SheetRule rule = new SheetRule(new Ladder(policy, calendar), directory::classOf);
    Instant last = schedule.upTo(now);
    Instant tick = lastRun().map(schedule::after).orElse(last);
    writing.begin(SHEET);
    reckonAnewUnder(policy, tick);
    for (; !tick.isAfter(last); tick = schedule.after(tick)) {
      runTick(tick, rule);
    }
    writing.end(SHEET);
    summons.call();
  }

  private Optional<Instant> lastRun() {
    return jdbc.sql("select max(tick) from sheet_tick")
        .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
        .single();
  }

  private void runTick(Instant tick, SheetRule rule) {
    LocalDate day = tick.atZone(zone).toLocalDate();
    successions.handOver(day);
    transaction.executeWithoutResult(tx -> rhythms.openPeriods(day));
    transaction.executeWithoutResult(tx -> reminders.remind(tick));
    while (Boolean.TRUE.equals(transaction.execute(tx -> runChunk(tick, day, rule)))) {
      // until a chunk comes out short
    }
    silences.end(day);
    transaction.executeWithoutResult(tx -> keep(tick));
  }

  private boolean runChunk(Instant tick, LocalDate day, SheetRule rule) {
    List<Watched> chunk = chunks.take(tick);
    if (!chunk.isEmpty()) {
      rungs.write(chunk.stream().map(one -> rule.decide(one, day)).toList(), tick);
    }
    return chunk.size() == Chunk.SIZE;
  }

  private void keep(Instant tick) {
    jdbc.sql("insert into sheet_tick (tick, ran_at) values (:tick, :now) on conflict do nothing")
        .param("tick", Timestamp.from(tick))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /**
   * A changed table of the office holds for what runs already: every next rung is looked at again,
   * at the first tick that runs under it.
   */
  private void reckonAnewUnder(DeadlinePolicy policy, Instant tick) {
    transaction.executeWithoutResult(
        tx -> {
          int changed =
              jdbc.sql(
                      """
                      insert into reckoned_policy (version) values (:version)
                      on conflict (only_one) do update set version = excluded.version
                      where reckoned_policy.version <> excluded.version
                      """)
                  .param("version", policy.version())
                  .update();
          if (changed > 0) {
            jdbc.sql("update watch set next_rung_at = :tick where not suspended")
                .param("tick", Timestamp.from(tick))
                .update();
          }
        });
  }
}

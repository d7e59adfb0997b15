package org.duban.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.duban.notification.Letter.Item;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The outbox rows on their way. Whoever takes letters holds them until the lease runs out; a letter
 * whose holder died is then taken again. An end is noted only by the holder of the last try, and
 * the end of a letter of several is that of the rows in it.
 */
@Repository
class Letters {

  static final int BATCH = 50;

  private static final String[] GRAVEST = {"LEVEL_3", "LEVEL_2", "LEVEL_1"};

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static final String OF_IT =
      "(id = :id and attempts = :attempts or digest_id = :id and exists ("
          + "select 1 from notification d where d.id = :id and d.attempts = :attempts and d.state = 'QUEUED'))"
          + " and state = 'QUEUED'";

  private final JdbcClient jdbc;
  private final Writing writing;
  private final Clock clock;

  Letters(JdbcClient jdbc, Writing writing, Clock clock) {
    this.jdbc = jdbc;
    this.writing = writing;
    this.clock = clock;
  }

  /** The letters whose time has come, the oldest first, each counted as tried. */
  @Transactional
  List<Letter> take(Lane lane, Instant lease) {
    Instant now = clock.instant();
    int most = lane.perMinute() == 0 ? BATCH : Math.min(BATCH, leftThisMinute(lane, now));
    if (most <= 0) {
      return List.of();
    }
    return jdbc
        .sql(
            """
            with due as materialized (
                select id from notification
                where state = 'QUEUED' and not bundled and channel = :channel
                  and (:group::text is null or recipient = :group)
                  and next_attempt_at <= :now and (claimed_until is null or claimed_until <= :now)
                  and (:unfinished::timestamptz is null or written_at < :unfinished)
                order by next_attempt_at, id limit :most for update skip locked)
            update notification n set claimed_until = :lease, last_attempt_at = :now, attempts = attempts + 1
            from due where n.id = due.id
            returning n.*
            """)
        .param("channel", lane.channel().name())
        .param("group", lane.group(), Types.VARCHAR)
        .param("now", Timestamp.from(now))
        .param("unfinished", unfinished(lane), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("lease", Timestamp.from(lease))
        .param("most", most)
        .query((row, n) -> letter(row))
        .list()
        .stream()
        .sorted(Comparator.comparingLong(Letter::id))
        .map(letter -> letter.collects() ? letter.with(carriedBy(letter)) : letter)
        .toList();
  }

  /** What was written from here on may be a part of what goes in one letter. */
  private OffsetDateTime unfinished(Lane lane) {
    return lane.carriesSeveral()
        ? writing.since().map(since -> since.atOffset(ZoneOffset.UTC)).orElse(null)
        : null;
  }

  /** Counted under a lock, as the other side counts the posts of all nodes. */
  private int leftThisMinute(Lane lane, Instant now) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext(:lane))")
        .param("lane", lane.channel().name() + " " + lane.group())
        .query((row, n) -> n)
        .single();
    int tried =
        jdbc.sql(
                """
                select count(*) from notification
                where people is not null and recipient = :group and channel = :channel and last_attempt_at > :since
                """)
            .param("group", lane.group())
            .param("channel", lane.channel().name())
            .param("since", Timestamp.from(now.minus(MINUTE)))
            .query(Integer.class)
            .single();
    return lane.perMinute() - tried;
  }

  /** A bundle says the gravest first, a digest whatever came first. */
  private List<Item> carriedBy(Letter letter) {
    return jdbc.sql(
            """
            select * from notification where digest_id = :id and state = 'QUEUED'
            order by case when :bundle then array_position(:gravest, kind) end nulls last, id
            """)
        .param("id", letter.id())
        .param("bundle", letter.kind().equals(Message.BUNDLE))
        .param("gravest", GRAVEST)
        .query((row, n) -> item(row))
        .list();
  }

  @Transactional
  void sent(Letter letter) {
    jdbc.sql(
            "update notification set state = 'SENT', sent_at = :now, claimed_until = null, last_error = null where "
                + OF_IT)
        .param("now", Timestamp.from(clock.instant()))
        .param("id", letter.id())
        .param("attempts", letter.attempts())
        .update();
  }

  @Transactional
  void later(Letter letter, Instant next, String reason) {
    jdbc.sql(
            """
            update notification set next_attempt_at = :next, claimed_until = null, last_error = :reason
            where id = :id and attempts = :attempts and state = 'QUEUED'
            """)
        .param("next", Timestamp.from(next))
        .param("reason", reason)
        .param("id", letter.id())
        .param("attempts", letter.attempts())
        .update();
  }

  @Transactional
  void dead(Letter letter, String reason) {
    jdbc.sql(
            "update notification set state = 'DEAD', claimed_until = null, last_error = :reason where "
                + OF_IT)
        .param("reason", reason)
        .param("id", letter.id())
        .param("attempts", letter.attempts())
        .update();
  }

  /** They were taken and not tried, so it doesn't count. */
  @Transactional
  void giveBack(List<Letter> untried) {
    for (Letter letter : untried) {
      jdbc.sql(
              """
              update notification set attempts = attempts - 1, claimed_until = null
              where id = :id and attempts = :attempts and state = 'QUEUED'
              """)
          .param("id", letter.id())
          .param("attempts", letter.attempts())
          .update();
    }
  }

  /**
   * Whatever waits for a channel or group that the settings don't name any more is dead.
   *
   * @return how many
   */
  @Transactional
  int buryUnserved(List<Lane> served) {
    return jdbc.sql(
            """
            with unserved as (
                select id from notification n
                where state = 'QUEUED' and not bundled and next_attempt_at <= :now and not exists (
                    select 1 from unnest(:channels::text[], :groups::text[]) as lane(channel, recipient)
                    where lane.channel = n.channel and (lane.recipient is null or lane.recipient = n.recipient)))
            update notification n set state = 'DEAD', last_error = '设置中已没有这个渠道。'
            from unserved u where n.id = u.id or n.digest_id = u.id
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param(
            "channels", served.stream().map(lane -> lane.channel().name()).toArray(String[]::new))
        .param("groups", served.stream().map(Lane::group).toArray(String[]::new))
        .update();
  }

  private static Letter letter(ResultSet row) throws SQLException {
    var people = row.getArray("people");
    return new Letter(
        row.getLong("id"),
        row.getTimestamp("created_at").toInstant(),
        row.getString("kind"),
        row.getString("recipient"),
        row.getString("channel"),
        people == null ? List.of() : List.of((String[]) people.getArray()),
        row.getInt("attempts"),
        List.of(item(row)));
  }

  private static Item item(ResultSet row) throws SQLException {
    return new Item(
        row.getString("project_id"),
        row.getString("milestone_id"),
        row.getString("kind"),
        row.getString("message"),
        row.getString("title"),
        row.getObject("due", LocalDate.class),
        row.getObject("working_days", Integer.class));
  }
}

package org.duban.notification;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts what waits for a person into one letter: a day's letter of what can wait, and one of what
 * came at the same time and can't.
 */
@Repository
class Digests {

  /** What comes in so short a time is told at one time. */
  private static final Duration AT_ONE_TIME = Duration.ofMinutes(5);

  private final JdbcClient jdbc;
  private final Writing writing;
  private final Clock clock;

  Digests(JdbcClient jdbc, Writing writing, Clock clock) {
    this.jdbc = jdbc;
    this.writing = writing;
    this.clock = clock;
  }

  /**
   * Queues a digest for each person for whom something waits whose time has come. What comes after
   * the day's digest was made waits for tomorrow's, whichever node makes it. None is made while
   * something is being written that belongs into it.
   */
  @Transactional
  void gather() {
    if (writing.since().isPresent()) {
      return;
    }
    Instant now = clock.instant();
    jdbc.sql(
            """
            with made as (
                insert into notification (tenant_id, occasion, kind, recipient, channel, message, created_at,
                                          written_at, next_attempt_at)
                select tenant_id, 'digest/' || tenant_id || '/' || :day, :digest, recipient, channel,
                       '汇总 ' || count(*) || ' 项', :now::timestamptz, :now::timestamptz,
                       :now::timestamptz
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

  /**
   * Puts what has not been tried yet and was written at the same time for the same person into one
   * letter. What was written at another time stays apart, and so does what somebody is sending and
   * what isn't all written yet.
   */
  @Transactional
  void bundle(Channel channel) {
    jdbc.sql(
            """
            with waiting as (
                select id, tenant_id, recipient, written_at,
                       written_at - lag(written_at) over (partition by tenant_id, recipient order by written_at, id)
                           <= make_interval(secs => :atOneTime) as goes_on
                from notification
                where state = 'QUEUED' and not bundled and channel = :channel and people is null
                  and kind not in (:digest, :bundle)
                  and attempts = 0 and claimed_until is null and next_attempt_at <= :now
                  and (:unfinished::timestamptz is null or written_at < :unfinished)),
            numbered as (
                select *, count(*) filter (where goes_on is not true)
                              over (partition by tenant_id, recipient order by written_at, id) as time
                from waiting),
            together as (
                select tenant_id, recipient, time, 'bundle/' || min(id) as occasion, count(*) as items,
                       min(written_at) as written_at
                from numbered group by tenant_id, recipient, time having count(*) > 1),
            made as (
                insert into notification (tenant_id, occasion, kind, recipient, channel, message, created_at,
                                          written_at, next_attempt_at)
                select tenant_id, occasion, :bundle, recipient, :channel, '一并告知 ' || items || ' 项',
                       :now::timestamptz, written_at, :now::timestamptz
                from together
                on conflict (occasion, recipient, channel) do nothing
                returning id, occasion)
            update notification n set bundled = true, digest_id = made.id
            from made
                join together t on t.occasion = made.occasion
                join numbered r on r.tenant_id = t.tenant_id and r.recipient = t.recipient and r.time = t.time
            where n.id = r.id and n.state = 'QUEUED' and not n.bundled and n.attempts = 0 and n.claimed_until is null
            """)
        .param("atOneTime", AT_ONE_TIME.toSeconds())
        .param("channel", channel.name())
        .param("digest", Message.DIGEST)
        .param("bundle", Message.BUNDLE)
        .param(
            "unfinished",
            writing.since().map(since -> since.atOffset(ZoneOffset.UTC)).orElse(null),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }
}

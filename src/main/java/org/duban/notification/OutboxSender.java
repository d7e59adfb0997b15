package org.duban.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what is queued, the oldest first, lane by lane and outside any transaction.
 *
 * <p>Delivery is at-least-once. A sender that dies between the other side's acceptance and its own
 * note of it leaves a letter whose lease runs out, and which is sent again, under the same key. No
 * letter is lost; what can't be delivered ends as a dead letter that the office sees.
 */
@Component
@EnableScheduling
class OutboxSender {

  static final Duration LEASE = Duration.ofMinutes(10);

  /** What the slowest mail server may take for one letter. */
  private static final Duration ONE_LETTER = Duration.ofMinutes(3);

  private static final Logger log = LoggerFactory.getLogger("org.duban.messages");

  private final Letters letters;
  private final Digests digests;
  private final Lanes lanes;
  private final TimingPolicy timing;
  private final BackoffPolicy backoff;
  private final Clock clock;

  @Autowired
  OutboxSender(
      Letters letters, Digests digests, Lanes lanes, NotificationSettings settings, Clock clock) {
    this(letters, digests, lanes, settings.timing(clock.getZone()), settings.backoff(), clock);
  }

  OutboxSender(
      Letters letters,
      Digests digests,
      Lanes lanes,
      TimingPolicy timing,
      BackoffPolicy backoff,
      Clock clock) {
    this.letters = letters;
    this.digests = digests;
    this.lanes = lanes;
    this.timing = timing;
    this.backoff = backoff;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${duban.outbox.pause:PT5S}")
  void sendQueued() {
    digests.gather();
    for (Lane lane : lanes.all()) {
      if (lane.carriesSeveral() && open(lane)) {
        digests.bundle(lane.channel());
      }
      while (open(lane) && sendBatch(lane)) {
        // until a batch comes out short or nothing gets through
      }
    }
    int unserved = letters.buryUnserved(lanes.all());
    if (unserved > 0) {
      log.warn("有 {} 条消息的渠道已不在设置中，未发出，可在消息列表查看和重发。", unserved);
    }
  }

  private boolean open(Lane lane) {
    return !lane.wakesPeople() || !timing.quiet(clock.instant());
  }

  private boolean sendBatch(Lane lane) {
    Instant lease = clock.instant().plus(LEASE);
    List<Letter> batch = letters.take(lane, lease);
    for (int i = 0; i < batch.size(); i++) {
      boolean inTime = clock.instant().plus(ONE_LETTER).isBefore(lease);
      if (!inTime) {
        letters.giveBack(batch.subList(i, batch.size()));
        return true;
      }
      if (!deliver(lane, batch.get(i))) {
        letters.giveBack(batch.subList(i + 1, batch.size()));
        return false;
      }
    }
    return batch.size() == Letters.BATCH;
  }

  /** Whether the lane is worth another letter. */
  private boolean deliver(Lane lane, Letter letter) {
    try {
      boolean emptied = letter.items().isEmpty();
      if (!emptied) {
        lane.channel().send(letter);
      }
    } catch (Undelivered e) {
      keep(letter, e);
      return e.reach() != Undelivered.Reach.WHOLE_LANE;
    } catch (RuntimeException e) {
      log.error("消息 {} 发送时出错。", letter.id(), e);
      keep(letter, Undelivered.now("发送时出错：" + e.getClass().getSimpleName()));
      return true;
    }
    letters.sent(letter);
    return true;
  }

  private void keep(Letter letter, Undelivered failure) {
    if (failure.reach() == Undelivered.Reach.FOR_GOOD || backoff.lastWas(letter.attempts())) {
      letters.dead(letter, failure.getMessage());
      log.warn(
          "消息 {} 未能送达 {}（{}，试了 {} 次）：{}",
          letter.id(),
          letter.recipient(),
          letter.channel(),
          letter.attempts(),
          failure.getMessage());
      return;
    }
    Duration wait = backoff.after(letter.attempts());
    if (wait.compareTo(failure.pause()) < 0) {
      wait = failure.pause();
    }
    letters.later(letter, clock.instant().plus(wait), failure.getMessage());
  }
}

package org.duban.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox and its sender on the tests' database, with ways out of the test's own. */
final class PostOffice {

  private final TransactionTemplate transaction;
  private final Outbox outbox;
  private final OutboxSender sender;

  PostOffice(
      JdbcClient jdbc,
      Clock clock,
      TransactionTemplate transaction,
      Letters letters,
      Digests digests,
      AddressBook addresses,
      int attempts,
      List<Lane> ways) {
    this.transaction = transaction;
    TimingPolicy timing =
        new TimingPolicy(
            clock.getZone(),
            Set.of("LEVEL_1", "LEVEL_2", "LEVEL_3"),
            LocalTime.of(8, 30),
            Duration.ofMinutes(5),
            LocalTime.of(20, 0),
            LocalTime.of(8, 0));
    Lanes lanes = new Lanes(ways, addresses);
    outbox =
        new Outbox(
            jdbc, clock, new Writing(jdbc, clock), lanes, timing, Duration.ofDays(3), Map::of);

    sender = new OutboxSender(letters, digests, lanes, timing, new BackoffPolicy(attempts), clock);
  }

  void queue(List<Message> messages) {
    transaction.executeWithoutResult(tx -> outbox.queue(messages));
  }

  void queue(Message... messages) {
    queue(List.of(messages));
  }

  void send() {
    sender.sendQueued();
  }

  static Message message(String kind, String recipient, int number) {
    return message(kind, recipient, "milestone-" + number, "milestone-" + number + "/" + kind);
  }

  static Message message(String kind, String recipient, String milestone, String occasion) {
    return new Message(
        "jngxq",
        "project-1",
        milestone,
        occasion,
        kind,
        recipient,
        "【" + kind + "】事实 " + milestone + "。",
        "十三、保障食品药品安全",
        LocalDate.of(2021, 6, 30),
        -10);
  }
}

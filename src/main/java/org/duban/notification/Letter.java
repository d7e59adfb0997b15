package org.duban.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What goes out in one piece: a message, or several of them.
 *
 * @param id the outbox row's
 * @param recipient a person's id, or the name of a group
 * @param people of a group, whom it is meant for; empty for a person's letter
 * @param attempts this one counted in
 * @param items one, or those that go together
 */
record Letter(
    long id,
    Instant createdAt,
    String kind,
    String recipient,
    String channel,
    List<String> people,
    int attempts,
    List<Item> items) {

  /** One thing that is told; see {@link Message} for what the fields mean. */
  record Item(
      String projectId,
      String milestoneId,
      String kind,
      String text,
      String title,
      LocalDate due,
      Integer workingDays) {}

  Letter {
    people = List.copyOf(people);
    items = List.copyOf(items);
  }

  /** Whether it carries what other rows say. */
  boolean collects() {
    return kind.equals(Message.DIGEST) || kind.equals(Message.BUNDLE);
  }

  /**
   * The same for every try of this row, and another for every other row of any installation: a
   * database that starts afresh counts from one again, but at another time.
   */
  String key() {
    return "notification-" + id + "." + createdAt.toEpochMilli();
  }

  Letter with(List<Item> others) {
    return new Letter(id, createdAt, kind, recipient, channel, people, attempts, others);
  }
}

package org.duban.notification;

import java.util.Set;

/**
 * Letters that go one after the other by one channel. When nothing gets through in one lane, the
 * others go on.
 *
 * @param group the group or program that is told; null for a channel to single persons
 * @param people of the group; empty for everyone
 * @param wakesPeople whether it keeps the quiet hours
 * @param perMinute the most that the other side takes; 0 for no limit
 */
record Lane(Channel channel, String group, Set<String> people, boolean wakesPeople, int perMinute) {

  Lane {
    people = Set.copyOf(people);
  }

  static Lane toPersons(Channel channel, boolean wakesPeople) {
    return new Lane(channel, null, Set.of(), wakesPeople, 0);
  }

  boolean toGroup() {
    return group != null;
  }

  /** Whether one letter may say several things. */
  boolean carriesSeveral() {
    return !toGroup() && channel.name().equals(MailChannel.NAME);
  }

  boolean concerns(String person) {
    return people.isEmpty() || people.contains(person);
  }
}

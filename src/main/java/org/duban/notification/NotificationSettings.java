package org.duban.notification;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people are told.
 *
 * @param from the sender of mails; needed where {@code spring.mail.host} is given
 * @param host the right half of Message-IDs; the sender's domain when not given
 * @param attempts after how many tries a message is dead
 * @param reminderGap the least time between two reminders of a milestone to one person
 * @param groups robots and webhooks by a name of one's own
 */
@ConfigurationProperties("duban.notification")
record NotificationSettings(
    String from,
    String host,
    @DefaultValue("20") int attempts,
    @DefaultValue({"LEVEL_1", "LEVEL_2", "LEVEL_3", "INSTRUCTION"}) Set<String> atOnce,
    @DefaultValue("08:30") LocalTime digestAt,
    @DefaultValue("PT5M") Duration digestWait,
    @DefaultValue("20:00") LocalTime quietFrom,
    @DefaultValue("08:00") LocalTime quietTo,
    @DefaultValue("P3D") Duration reminderGap,
    Map<String, GroupSettings> groups) {

  NotificationSettings {
    groups = groups == null ? Map.of() : Map.copyOf(groups);
  }

  TimingPolicy timing(ZoneId zone) {
    return new TimingPolicy(zone, atOnce, digestAt, digestWait, quietFrom, quietTo);
  }

  BackoffPolicy backoff() {
    return new BackoffPolicy(attempts);
  }
}

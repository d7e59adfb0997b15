package org.duban.notification;

import java.net.URI;
import java.util.List;

/**
 * A group that is told by its robot, or a program that is told by a webhook.
 *
 * @param channel {@code wecom}, {@code dingtalk} or {@code webhook}
 * @param url of the robot, with its key; from the environment
 * @param secret with which DingTalk's and the webhook's posts are signed; from the environment
 * @param holders whose messages go there: department codes, {@code supervising-office}, {@code
 *     leader}; a webhook without any gets all
 * @param language {@code zh} or {@code en}
 */
record GroupSettings(
    String channel, URI url, String secret, List<String> holders, String language) {

  GroupSettings {
    holders = holders == null ? List.of() : List.copyOf(holders);
    language = language == null ? "zh" : language;
  }

  @Override
  public String toString() {
    return "GroupSettings[channel=" + channel + ", holders=" + holders + "]";
  }
}

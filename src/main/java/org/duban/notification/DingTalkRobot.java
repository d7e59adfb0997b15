package org.duban.notification;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The robot of a DingTalk group (钉钉群自定义机器人), in its signed form. DingTalk takes signatures of the
 * last hour only, so none of a simulated clock.
 */
final class DingTalkRobot extends Robot {

  static final String NAME = "dingtalk";

  private static final int TOO_FAST = 130101;

  private final URI address;
  private final String secret;
  private final Clock clock;

  DingTalkRobot(
      URI address,
      String secret,
      Clock clock,
      Posts posts,
      AddressBook addresses,
      Wording wording,
      String language) {
    super(posts, addresses, wording, language);
    this.address = address;
    this.secret = secret;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  URI address() {
    long now = clock.millis();
    String sign = Base64.getEncoder().encodeToString(Signature.of(now + "\n" + secret, secret));
    return URI.create(
        address
            + (address.getRawQuery() == null ? "?" : "&")
            + "timestamp="
            + now
            + "&sign="
            + URLEncoder.encode(sign, StandardCharsets.UTF_8));
  }

  @Override
  Map<String, Object> content(String text, List<String> userIds, List<String> mobiles) {
    return Map.of(
        "msgtype",
        "text",
        "text",
        Map.of("content", text),
        "at",
        Map.of("atUserIds", userIds, "atMobiles", mobiles, "isAtAll", false));
  }

  /** DingTalk shuts a robot that was too fast out for ten minutes. */
  @Override
  Duration pauseAfter(int errcode) {
    return errcode == TOO_FAST ? Duration.ofMinutes(10) : Duration.ZERO;
  }
}

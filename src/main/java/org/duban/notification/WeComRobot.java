package org.duban.notification;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The robot of a WeCom group (企业微信群机器人); its address holds its key. */
final class WeComRobot extends Robot {

  static final String NAME = "wecom";

  private static final int LONGEST = 2048;
  private static final int TOO_FAST = 45009;

  private final URI address;

  WeComRobot(URI address, Posts posts, AddressBook addresses, Wording wording, String language) {
    super(posts, addresses, wording, language);
    this.address = address;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  URI address() {
    return address;
  }

  @Override
  Map<String, Object> content(String text, List<String> userIds, List<String> mobiles) {
    return Map.of(
        "msgtype",
        "text",
        "text",
        Map.of(
            "content",
            shortened(text),
            "mentioned_list",
            userIds,
            "mentioned_mobile_list",
            mobiles));
  }

  @Override
  Duration pauseAfter(int errcode) {
    return errcode == TOO_FAST ? Duration.ofMinutes(1) : Duration.ZERO;
  }

  /** A text may have 2048 bytes in UTF-8; no character is cut in two. */
  private static String shortened(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= LONGEST) {
      return text;
    }
    int end = LONGEST - "…".getBytes(StandardCharsets.UTF_8).length;
    while ((bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8) + "…";
  }
}

package org.duban.notification;

import java.net.URI;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.duban.notification.Letter.Item;

/**
 * Tells another program by a POST of JSON. {@code Duban-Signature: t=SECONDS,v1=HEX} is the
 * HMAC-SHA256 of {@code SECONDS.BODY} under the shared secret; {@code Idempotency-Key} is the same
 * for every try of one message.
 */
final class SignedWebhook implements Channel {

  static final String NAME = "webhook";

  private final URI address;
  private final String secret;
  private final Clock clock;
  private final Posts posts;
  private final Wording wording;

  SignedWebhook(URI address, String secret, Clock clock, Posts posts, Wording wording) {
    this.address = address;
    this.secret = secret;
    this.clock = clock;
    this.posts = posts;
    this.wording = wording;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void send(Letter letter) throws Undelivered {
    String body = posts.written(content(letter));
    long now = clock.instant().getEpochSecond();
    String signature = HexFormat.of().formatHex(Signature.of(now + "." + body, secret));
    posts.post(
        address,
        body,
        Map.of(
            "Duban-Signature", "t=" + now + ",v1=" + signature, "Idempotency-Key", letter.key()));
  }

  private Map<String, Object> content(Letter letter) {
    Item item = letter.items().get(0);
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("id", letter.key());
    content.put("kind", letter.kind());
    content.put("at", letter.createdAt().toString());
    content.put("project", item.projectId());
    content.put("milestone", item.milestoneId());
    content.put("title", item.title());
    content.put("due", item.due() == null ? null : item.due().toString());
    content.put("workingDays", item.workingDays());
    content.put("text", item.text());
    content.put("recipients", letter.people());
    content.put("link", wording.link(item));
    return content;
  }
}

package org.duban.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.duban.directory.Person;

/**
 * What the group robots of WeCom and DingTalk have in common: one post for a group, pointing at
 * those it is meant for, and an answer that is HTTP 200 also when nothing was posted; only {@code
 * errcode} 0 is a success. Both take 20 posts a minute.
 */
abstract class Robot implements Channel {

  static final int PER_MINUTE = 20;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Posts posts;
  private final AddressBook addresses;
  private final Wording wording;
  private final String language;

  Robot(Posts posts, AddressBook addresses, Wording wording, String language) {
    this.posts = posts;
    this.addresses = addresses;
    this.wording = wording;
    this.language = language;
  }

  @Override
  public final void send(Letter letter) throws Undelivered {
    List<Person> people = addresses.people(letter.people());
    Map<String, Object> content =
        content(wording.post(letter, language), userIds(people), mobiles(people));
    URI address = address();
    check(address, posts.post(address, posts.written(content), Map.of()));
  }

  abstract URI address();

  /** The robot's own form of a text that points at people. */
  abstract Map<String, Object> content(String text, List<String> userIds, List<String> mobiles);

  /** How long to leave it alone after this answer; zero when the answer isn't about speed. */
  abstract Duration pauseAfter(int errcode);

  private static List<String> userIds(List<Person> people) {
    return people.stream().map(Person::messengerId).filter(id -> id != null).toList();
  }

  /** Of those who can't be pointed at by their user id. */
  private static List<String> mobiles(List<Person> people) {
    return people.stream()
        .filter(person -> person.messengerId() == null && person.mobile() != null)
        .map(Person::mobile)
        .toList();
  }

  private void check(URI address, String answer) throws Undelivered {
    JsonNode code;
    try {
      code = JSON.readTree(answer).path("errcode");
    } catch (JsonProcessingException e) {
      throw Undelivered.laneDown(address.getHost() + " 的答复不是机器人的答复。");
    }
    if (!code.isInt()) {
      throw Undelivered.laneDown(address.getHost() + " 的答复没有 errcode。");
    }
    if (code.asInt() == 0) {
      return;
    }
    String sentence = address.getHost() + " 的机器人没有发出，errcode " + code.asInt() + "。";
    Duration pause = pauseAfter(code.asInt());
    throw pause.isZero() ? Undelivered.laneDown(sentence) : Undelivered.tooFast(sentence, pause);
  }
}

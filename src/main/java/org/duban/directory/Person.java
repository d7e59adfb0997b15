package org.duban.directory;

/**
 * Someone who acts for a department, the supervising office or as a leader.
 *
 * @param id the account they sign in with
 * @param mail null when none is known
 * @param mobile by which a group's robot points at them; null when none is known
 * @param messengerId their user id in WeCom or DingTalk, for the same; null when none is known
 * @param language of the messages they get, {@code zh} or {@code en}; zh when nothing is said
 */
public record Person(
    String id, String name, String mail, String mobile, String messengerId, String language) {

  public Person {
    language = language == null ? "zh" : language;
  }
}

package org.duban.escalation;

import java.util.List;
import java.util.stream.Stream;
import org.duban.directory.Directory;
import org.duban.directory.Person;

/**
 * What has a day of its own, besides the date of the milestone. A sign-off and a promised recovery
 * climb the ladder of the deadline policy; the others are reminded of and told when they are late.
 */
public enum OwnTerm {
  SIGN_OFF("会签时限", "未会签"),
  RECOVERY("补救时限", "未补救"),
  REVIEW("审核时限", "未审核"),
  /** The supervising office's endorsement, or the leader's decision. */
  EXTENSION("延期办理时限", "未办理延期申请"),
  ACKNOWLEDGEMENT("签收时限", "未签收"),
  EXPLANATION("说明时限", "未说明延误原因"),
  INSTRUCTION("批示时限", "未批示"),
  CLOSING("销号时限", "未办理销号");

  private final String label;
  private final String undone;

  OwnTerm(String label, String undone) {
    this.label = label;
    this.undone = undone;
  }

  /** As people call it. */
  public String label() {
    return label;
  }

  /** Whether people are told of it at its end; the others climb the ladder. */
  boolean remindedOf() {
    return this != SIGN_OFF && this != RECOVERY;
  }

  /** Who has it to do; an explanation is the heads' own. */
  List<Person> acting(String holder, Directory directory) {
    return this == EXPLANATION ? directory.heads(holder) : directory.handlers(holder);
  }

  /** Who answers for those; of what the heads themselves owe, the supervising office hears too. */
  List<Person> answering(String holder, Directory directory) {
    Stream<Person> office =
        this == EXPLANATION
            ? directory.handlers(Directory.SUPERVISING_OFFICE).stream()
            : Stream.empty();
    return Stream.concat(directory.heads(holder).stream(), office).distinct().toList();
  }

  /** What is said of whoever hasn't done it, after their name and 尚 or 仍. */
  String undone() {
    return undone;
  }
}

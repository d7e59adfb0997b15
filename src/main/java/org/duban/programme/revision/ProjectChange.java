package org.duban.programme.revision;

import java.util.ArrayList;
import java.util.List;
import org.duban.programme.Role;
import org.duban.programme.listing.ListedProject;
import org.duban.programme.listing.Naming;

/**
 * What a revision does to one project.
 *
 * @param before null when it's added
 * @param after null when it's withdrawn
 * @param leftAlone sentences on what is over already and therefore stays as it is
 * @param relisted whether the list itself says something else of who answers for it than the list
 *     before
 * @param naming what the list says of what is over
 * @param seatNews sentences on what that means for seats that had been given to others
 */
public record ProjectChange(
    ListedProject before,
    ListedProject after,
    List<MilestoneMove> moves,
    List<String> leftAlone,
    Naming naming,
    boolean relisted,
    List<String> seatNews) {

  /** One whose seats the list leaves as they are. */
  public ProjectChange(
      ListedProject before,
      ListedProject after,
      List<MilestoneMove> moves,
      List<String> leftAlone,
      Naming naming) {
    this(before, after, moves, leftAlone, naming, false, List.of());
  }

  static ProjectChange adding(ListedProject project) {
    return new ProjectChange(null, project, List.of(), List.of(), Naming.AS_IT_IS);
  }

  static ProjectChange withdrawing(ListedProject project) {
    return new ProjectChange(project, null, List.of(), List.of(), Naming.LEFT_OUT);
  }

  /** It stays as it is, whatever the list says. */
  public static ProjectChange leaving(ListedProject project, String sentence, Naming naming) {
    return new ProjectChange(project, project, List.of(), List.of(sentence), naming);
  }

  boolean added() {
    return before == null;
  }

  boolean withdrawn() {
    return after == null;
  }

  boolean stays() {
    return !added() && !withdrawn();
  }

  public boolean reassigned() {
    return stays() && !before.seats().equals(after.seats());
  }

  boolean moved() {
    return moves.stream().anyMatch(MilestoneMove::changes);
  }

  /** Which words changed: ordinal, number, title, text, deadline or commitments. */
  public List<String> reworded() {
    List<String> words = new ArrayList<>();
    if (stays()) {
      addIf(before.ordinal() != after.ordinal(), "ordinal", words);
      addIf(!before.number().equals(after.number()), "number", words);
      addIf(!before.title().equals(after.title()), "title", words);
      addIf(!before.text().equals(after.text()), "text", words);
      addIf(!before.deadlinePhrase().equals(after.deadlinePhrase()), "deadline", words);
      addIf(!before.commitments().equals(after.commitments()), "commitments", words);
    }
    return words;
  }

  private static void addIf(boolean changed, String word, List<String> words) {
    if (changed) {
      words.add(word);
    }
  }

  public boolean changes() {
    return added() || withdrawn() || relisted || moved() || !reworded().isEmpty();
  }

  public List<String> joining(Role role) {
    return without(after.departments(role), before.departments(role));
  }

  public List<String> leaving(Role role) {
    return without(before.departments(role), after.departments(role));
  }

  public static List<String> without(List<String> all, List<String> others) {
    return all.stream().filter(one -> !others.contains(one)).toList();
  }
}

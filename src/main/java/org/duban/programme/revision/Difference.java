package org.duban.programme.revision;

import java.time.LocalDate;
import java.util.List;
import org.duban.notice.MilestoneKind;
import org.duban.programme.Programme;
import org.duban.programme.Role;
import org.duban.programme.listing.ListedMilestone;
import org.duban.programme.listing.ListedProject;

/**
 * What a revised list changes in a programme.
 *
 * @param changed whether it changes anything at all
 * @param formerTitle the programme's title so far, null when it stays
 */
public record Difference(
    String programme, boolean changed, String formerTitle, List<Item> projects) {

  /** What becomes of a project. */
  public enum Fate {
    KEPT,
    CHANGED,
    ADDED,
    WITHDRAWN
  }

  /**
   * One project.
   *
   * @param project its id, null while it's only proposed
   * @param formerOrdinal null for an added project
   * @param reworded which words change: ordinal, number, title, text, deadline, commitments
   * @param leftAlone sentences on what is over already and therefore stays as it is
   * @param seatNews sentences on seats that had been given to others than the list names
   */
  public record Item(
      String project,
      int ordinal,
      Integer formerOrdinal,
      String title,
      Fate fate,
      List<Redated> redated,
      List<Due> milestonesAdded,
      List<Due> milestonesWithdrawn,
      List<String> leadsAdded,
      List<String> leadsRemoved,
      List<String> supportsAdded,
      List<String> supportsRemoved,
      List<String> reworded,
      List<String> leftAlone,
      List<String> seatNews) {}

  /** A milestone that moves to another day. */
  public record Redated(String milestone, MilestoneKind kind, LocalDate from, LocalDate to) {}

  /**
   * A milestone that comes or goes.
   *
   * @param due null for the rhythm of a long-term project
   */
  public record Due(MilestoneKind kind, LocalDate due) {

    public static Due of(ListedMilestone milestone) {
      return new Due(milestone.kind(), milestone.due());
    }
  }

  static Difference of(Programme programme, String title, List<ProjectChange> changes) {
    String former = programme.title().equals(title) ? null : programme.title();
    boolean changed = former != null || changes.stream().anyMatch(ProjectChange::changes);
    return new Difference(
        programme.id(), changed, former, changes.stream().map(Difference::item).toList());
  }

  private static Item item(ProjectChange change) {
    ListedProject shown = change.withdrawn() ? change.before() : change.after();
    boolean stays = change.stays();
    return new Item(
        change.added() ? null : change.before().id(),
        shown.ordinal(),
        change.added() ? null : change.before().ordinal(),
        shown.title(),
        fate(change),
        change.moves().stream().filter(MilestoneMove::redated).map(Difference::redated).toList(),
        change.moves().stream()
            .filter(MilestoneMove::added)
            .map(move -> Due.of(move.after()))
            .toList(),
        change.moves().stream()
            .filter(MilestoneMove::withdrawn)
            .map(move -> Due.of(move.before()))
            .toList(),
        stays ? change.joining(Role.LEAD) : List.of(),
        stays ? change.leaving(Role.LEAD) : List.of(),
        stays ? change.joining(Role.SUPPORT) : List.of(),
        stays ? change.leaving(Role.SUPPORT) : List.of(),
        change.reworded(),
        change.leftAlone(),
        change.seatNews());
  }

  private static Fate fate(ProjectChange change) {
    if (change.added()) {
      return Fate.ADDED;
    }
    if (change.withdrawn()) {
      return Fate.WITHDRAWN;
    }
    return change.changes() ? Fate.CHANGED : Fate.KEPT;
  }

  private static Redated redated(MilestoneMove move) {
    return new Redated(
        move.before().id(), move.before().kind(), move.before().due(), move.after().due());
  }
}

package org.duban.programme.revision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.duban.notice.MilestoneKind;
import org.duban.programme.RevisionRefused;
import org.duban.programme.handover.HandoverPolicy;
import org.duban.programme.handover.SeatMatching;
import org.duban.programme.listing.ListedProject;
import org.duban.programme.listing.Naming;
import org.duban.programme.listing.TitleLikeness;

/**
 * What a revised list changes in a programme. A project is the same when ordinal and title are, or
 * the title alone, wherever it stands now; under its old ordinal it may also have got a similar
 * title. Seats and days are compared with what the list before said of them, whatever the office
 * made of them since. What is closed stays as it is and is told. What the office withdrew stays
 * withdrawn while the lists name it as before; changed in any word, day or seat, it is registered
 * anew. Where the lists leave it open what was meant, the policy refuses instead of guessing. A
 * closed project still follows the list's numbers.
 */
public final class RevisionPolicy {

  private static final double SAME_TITLE = 0.6;
  private static final double OTHER_TITLE = 0.25;

  private final List<ListedProject> standing;
  private final List<ListedProject> revised;
  private final HandoverPolicy handovers;
  private final List<ProjectChange> changes = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();

  private RevisionPolicy(
      List<ListedProject> standing, List<ListedProject> revised, HandoverPolicy handovers) {
    this.standing = new ArrayList<>(standing);
    this.revised = new ArrayList<>(revised);
    this.handovers = handovers;
  }

  /**
   * @param standing the programme's projects, of the withdrawn ones those that the list before
   *     names
   * @param handovers who has which place where the list changes some
   * @return one change for each project that is in either, in the order of the revised list; those
   *     that are withdrawn come last
   * @throws RevisionRefused with all that is unclear
   */
  public static List<ProjectChange> compare(
      List<ListedProject> standing, List<ListedProject> revised, HandoverPolicy handovers) {
    return new RevisionPolicy(standing, revised, handovers).compare();
  }

  private List<ProjectChange> compare() {
    setAsideWhatIsGone();
    pair((was, now) -> was.ordinal() == now.ordinal() && sameTitle(was, now));
    refuseTitlesThatComeTwice();
    pair(RevisionPolicy::sameTitle);
    refuseHalfAlikeTitles();
    pair((was, now) -> was.ordinal() == now.ordinal() && likeness(was, now) >= SAME_TITLE);
    revised.forEach(project -> changes.add(ProjectChange.adding(project)));
    standing.forEach(this::leave);
    if (!refusals.isEmpty()) {
      throw new RevisionRefused(refusals);
    }
    changes.sort(
        Comparator.comparing(ProjectChange::withdrawn).thenComparing(change -> ordinal(change)));
    return changes;
  }

  private static int ordinal(ProjectChange change) {
    return change.withdrawn() ? change.before().ordinal() : change.after().ordinal();
  }

  private void pair(BiPredicate<ListedProject, ListedProject> same) {
    for (ListedProject now : List.copyOf(revised)) {
      standing.stream()
          .filter(was -> same.test(was, now))
          .findFirst()
          .ifPresent(
              was -> {
                standing.remove(was);
                revised.remove(now);
                changes.add(change(was, now));
              });
    }
  }

  private static boolean sameTitle(ListedProject was, ListedProject now) {
    return TitleLikeness.plain(was.title()).equals(TitleLikeness.plain(now.title()));
  }

  private static double likeness(ListedProject was, ListedProject now) {
    return TitleLikeness.of(was.title(), now.title());
  }

  private void refuseTitlesThatComeTwice() {
    for (ListedProject now : revised) {
      long before = standing.stream().filter(was -> sameTitle(was, now)).count();
      long after = revised.stream().filter(other -> sameTitle(other, now)).count();
      if (before > 0 && before + after > 2) {
        refusals.add(now.name() + "的题目不止一项使用，序号又有变动，不能断定各是原来的哪一项。");
      }
    }
  }

  private void refuseHalfAlikeTitles() {
    for (ListedProject now : revised) {
      for (ListedProject was : standing) {
        double likeness = likeness(was, now);
        if (was.ordinal() == now.ordinal() && likeness > OTHER_TITLE && likeness < SAME_TITLE) {
          refusals.add(
              was.name() + "在修订清单中题为“" + now.title() + "”，不能断定是改了题目还是另立新项：是同一项请沿用原题目，是新项请编在新的序号下。");
        }
      }
    }
  }

  private void setAsideWhatIsGone() {
    List<ListedProject> gone = standing.stream().filter(ListedProject::gone).toList();
    standing.removeAll(gone);
    for (ListedProject was : gone) {
      Optional<ListedProject> asBefore =
          revised.stream().filter(now -> listedAlike(was, now)).findFirst();
      asBefore.ifPresentOrElse(
          now -> {
            revised.remove(now);
            changes.add(
                ProjectChange.leaving(
                    was,
                    was.name() + "已由督办机构撤销，修订清单照旧列有，不重新列入；要重新列入，请在清单中改定其期限、内容或责任单位。",
                    Naming.AS_IT_IS));
          },
          () ->
              changes.add(
                  ProjectChange.leaving(
                      was,
                      was.name()
                          + (revised.stream().anyMatch(now -> sameTitle(was, now))
                              ? "已由督办机构撤销，修订清单列法有变，作为新的一项列入。"
                              : "已由督办机构撤销，修订清单不再列有。"),
                      Naming.LEFT_OUT)));
    }
  }

  /** Whether the list says what the list before said, wherever in it. */
  private boolean listedAlike(ListedProject was, ListedProject now) {
    return sameTitle(was, now)
        && was.text().equals(now.text())
        && was.deadlinePhrase().equals(now.deadlinePhrase())
        && was.commitments().equals(now.commitments())
        && was.dates().equals(now.dates())
        && !new SeatMatching(was, now, handovers).relisted();
  }

  private void leave(ListedProject was) {
    if (!was.named()) {
      changes.add(
          ProjectChange.leaving(
              was, was.name() + "不在修订前的清单中，由督办机构重新开启，修订清单中也没有，照旧办理。", Naming.LEFT_OUT));
      return;
    }
    if (!was.closed()) {
      changes.add(ProjectChange.withdrawing(was));
      return;
    }
    changes.stream()
        .filter(change -> !change.withdrawn() && change.after().ordinal() == was.ordinal())
        .filter(change -> !was.equals(change.after()))
        .forEach(
            change ->
                refusals.add(was.name() + "已销号，其序号不能再给“" + change.after().title() + "”；请编在新的序号下。"));
    changes.add(ProjectChange.leaving(was, was.name() + "已销号，修订清单中没有，不作撤销。", Naming.LEFT_OUT));
  }

  private ProjectChange change(ListedProject was, ListedProject now) {
    List<String> leftAlone = new ArrayList<>();
    SeatMatching seats = new SeatMatching(was, now, handovers);
    List<Naming.OfMilestone> namings = new ArrayList<>();
    if (!was.closed()) {
      List<MilestoneMove> moves = moves(was, now, leftAlone, refusals, namings);
      return new ProjectChange(
          was,
          seats.seated(),
          moves,
          leftAlone,
          new Naming(true, namings),
          seats.relisted(),
          seats.news());
    }
    ListedProject placed = was.placedAs(now);
    if (seats.relisted()
        || new ProjectChange(placed, now, List.of(), List.of(), Naming.AS_IT_IS).changes()
        || !was.dates().equals(now.dates())) {
      leftAlone.add(was.name() + "已销号，不再修改。");
    }
    moves(was, now, new ArrayList<>(), new ArrayList<>(), namings);
    return new ProjectChange(was, placed, List.of(), leftAlone, new Naming(true, namings));
  }

  private static List<MilestoneMove> moves(
      ListedProject was,
      ListedProject now,
      List<String> leftAlone,
      List<String> refusals,
      List<Naming.OfMilestone> namings) {
    List<MilestoneMove> moves = new ArrayList<>();
    for (MilestoneKind kind : MilestoneKind.values()) {
      MilestoneMatching matching = new MilestoneMatching(was, now, kind);
      moves.addAll(matching.moves(leftAlone, refusals));
      namings.addAll(matching.namings());
    }
    return moves;
  }
}

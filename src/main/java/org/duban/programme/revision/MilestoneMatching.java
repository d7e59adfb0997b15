package org.duban.programme.revision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.duban.notice.MilestoneKind;
import org.duban.programme.MilestoneState;
import org.duban.programme.listing.ListedMilestone;
import org.duban.programme.listing.ListedProject;
import org.duban.programme.listing.Naming;

/**
 * Which milestone of a revised project is which of the old one, for one kind of milestones. Those
 * of the same date are the same; when as many are left of either list, they were re-dated in their
 * order. What the list didn't name before and doesn't name now is none of its business.
 */
final class MilestoneMatching {

  private final ListedProject was;
  private final List<ListedMilestone> all;
  private final List<ListedMilestone> old;
  private final List<ListedMilestone> wanted;
  private final MilestoneKind kind;
  private final List<Naming.OfMilestone> namings = new ArrayList<>();

  MilestoneMatching(ListedProject was, ListedProject now, MilestoneKind kind) {
    this.was = was;
    this.kind = kind;
    this.all = ofKind(was, kind);
    this.old = new ArrayList<>(all);
    old.removeIf(one -> one.state() == MilestoneState.WITHDRAWN);
    this.wanted = new ArrayList<>(ofKind(now, kind));
  }

  private static List<ListedMilestone> ofKind(ListedProject project, MilestoneKind kind) {
    return project.milestones().stream()
        .filter(one -> one.kind() == kind)
        .sorted(
            Comparator.comparing(
                ListedMilestone::due, Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }

  List<MilestoneMove> moves(List<String> leftAlone, List<String> refusals) {
    List<MilestoneMove> moves = new ArrayList<>();
    for (ListedMilestone now : List.copyOf(wanted)) {
      old.stream()
          .filter(one -> Objects.equals(one.due(), now.due()))
          .findFirst()
          .ifPresent(
              same -> {
                old.remove(same);
                wanted.remove(now);
                if (!same.over()) {
                  moves.add(new MilestoneMove(same, now));
                }
                if (same.over() || !same.named()) {
                  name(same, now);
                }
              });
    }
    old.removeIf(one -> !one.named());
    leaveWhatIsOver(leftAlone);
    if (old.size() == wanted.size()) {
      for (int i = 0; i < old.size(); i++) {
        moves.add(new MilestoneMove(old.get(i), wanted.get(i)));
      }
    } else if (wanted.isEmpty()) {
      old.forEach(one -> moves.add(new MilestoneMove(one, null)));
    } else if (old.isEmpty()) {
      wanted.forEach(one -> moves.add(new MilestoneMove(null, one)));
    } else {
      refusals.add(
          was.name()
              + "原有 "
              + dates(old)
              + " 到期的节点，修订为 "
              + dates(wanted)
              + "，不能断定哪个改到哪天；请分两次修订，一次改期，一次增减。");
    }
    moves.stream().filter(MilestoneMove::added).forEach(move -> check(move.after(), refusals));
    return moves;
  }

  /** A met milestone isn't met again on another day; a new date in its place changes nothing. */
  private void leaveWhatIsOver(List<String> leftAlone) {
    List<ListedMilestone> over = old.stream().filter(ListedMilestone::over).toList();
    old.removeAll(over);
    for (ListedMilestone one : over) {
      String what = was.name() + (one.rhythm() ? "的长期坚持" : " " + one.due() + " 的节点") + "已办结，";
      if (wanted.size() > old.size()) {
        ListedMilestone instead = wanted.remove(0);
        name(one, instead);
        leftAlone.add(what + "不再改为 " + (instead.rhythm() ? "长期坚持" : instead.due()) + "。");
      } else {
        namings.add(new Naming.OfMilestone(one.id(), one.due(), one.phrase(), false));
        leftAlone.add(what + "修订清单中没有，不作撤销。");
      }
    }
  }

  private void name(ListedMilestone one, ListedMilestone now) {
    if (!one.named()
        || !Objects.equals(one.due(), now.due())
        || !one.phrase().equals(now.phrase())) {
      namings.add(new Naming.OfMilestone(one.id(), now.due(), now.phrase(), true));
    }
  }

  /** What the list says of those that it doesn't change. */
  List<Naming.OfMilestone> namings() {
    return namings;
  }

  private void check(ListedMilestone added, List<String> refusals) {
    if (!was.dispatched()) {
      return;
    }
    boolean running = was.milestones().stream().anyMatch(one -> !one.rhythm() && !one.over());
    if (kind == MilestoneKind.ONGOING) {
      refusals.add(was.name() + "已经交办，不能在修订中增加长期坚持；请另立一项。");
    } else if (!running) {
      refusals.add(was.name() + "各有期限的节点均已办结，不能再加 " + added.due() + " 的节点；请另立一项。");
    } else if (all.stream()
        .anyMatch(one -> !one.over() && added.originalDue().equals(one.originalDue()))) {
      refusals.add(was.name() + "已有一个原定 " + added.due() + " 到期、后来改期的同类节点，不能再加这一天的节点；请用别的日期。");
    }
  }

  private static String dates(List<ListedMilestone> milestones) {
    return String.join("、", milestones.stream().map(one -> String.valueOf(one.due())).toList());
  }
}

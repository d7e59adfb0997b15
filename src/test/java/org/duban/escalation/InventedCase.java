package org.duban.escalation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.duban.notice.MilestoneKind;
import org.duban.programme.Duty;

/** One milestone with an invented fate: what lies on whose desk, and what happens on which day. */
final class InventedCase {

  /** Something on somebody's desk; a resolution is for the support that objected. */
  record Paper(String holder, Duty duty, String forWhom) {}

  /** What the sheet and the clerk are told of. */
  interface Watchers {
    void opened(LocalDate today);

    void desksChanged(LocalDate today);

    void redated(LocalDate to, LocalDate today);

    void suspended();

    void resumed(int workingDays);

    void tick(LocalDate day, boolean morning);
  }

  private static final int DAYS = 170;

  final AnyCalendar days;
  final MilestoneKind kind;
  final LocalDate dispatched;
  final Set<Paper> desks = new LinkedHashSet<>();
  LocalDate due;
  int round = 1;

  private final Random chance;
  private final List<String> leads;
  private final List<String> supports;
  private boolean closed;
  private boolean suspended;
  private LocalDate suspendedSince;
  private LocalDate asked;

  InventedCase(AnyCalendar days, long seed) {
    this.days = days;
    this.chance = new Random(seed);
    this.kind = MilestoneKind.values()[chance.nextInt(3)];
    this.dispatched = AnyCalendar.FIRST.plusDays(30 + chance.nextInt(300));
    this.due = dispatched.plusDays(chance.nextInt(90) - 8);
    this.leads = units("lead", 1 + chance.nextInt(2));
    this.supports = units("support", chance.nextInt(4));
  }

  private static List<String> units(String name, int count) {
    return IntStream.range(0, count).mapToObj(i -> name + i).toList();
  }

  boolean closed() {
    return closed;
  }

  boolean suspended() {
    return suspended;
  }

  /** Lives through the days; people act at ten, after both ticks, when the program isn't down. */
  void live(Watchers watchers) {
    leads.forEach(lead -> desks.add(new Paper(lead, Duty.REPORT, "")));
    watchers.opened(dispatched);
    List<LocalDate> missed = new ArrayList<>();
    int down = 0;
    for (int i = 1; i < DAYS && !closed; i++) {
      LocalDate day = dispatched.plusDays(i);
      missed.add(day);
      down = down > 0 ? down - 1 : happens(60) ? chance.nextInt(6) : 0;
      if (down == 0) {
        for (LocalDate tick : missed) {
          watchers.tick(tick, false);
          watchers.tick(tick, true);
        }
        missed.clear();
        act(day, watchers);
      }
    }
  }

  private boolean happens(int onceIn) {
    return chance.nextInt(onceIn) == 0;
  }

  private void act(LocalDate today, Watchers watchers) {
    if (suspended) {
      if (happens(12)) {
        suspended = false;
        int workingDays = days.between(suspendedSince, today);
        due = days.later(due, workingDays);
        watchers.resumed(workingDays);
      }
      return;
    }
    if (happens(90)) {
      suspended = true;
      suspendedSince = today;
      watchers.suspended();
      return;
    }
    decideExtension(today, watchers);
    Set<Paper> before = new LinkedHashSet<>(desks);
    for (Paper paper : before) {
      work(paper);
    }
    if (!desks.equals(before) && !closed) {
      watchers.desksChanged(today);
    }
  }

  private void decideExtension(LocalDate today, Watchers watchers) {
    if (asked == null && !today.isAfter(due) && happens(50)) {
      asked = due.plusDays(1 + chance.nextInt(40));
    } else if (asked != null && happens(5)) {
      if (asked.isAfter(due)) {
        due = asked;
        watchers.redated(due, today);
      }
      asked = null;
    }
  }

  private void work(Paper paper) {
    switch (paper.duty()) {
      case REPORT -> {
        if (happens(20)) {
          desks.remove(paper);
          if (desks.isEmpty()) {
            if (leads.size() > 1) {
              desks.add(new Paper(leads.get(0), Duty.CONSOLIDATE, ""));
            } else {
              askForSignOffs();
            }
          }
        }
      }
      case CONSOLIDATE -> {
        if (happens(6)) {
          desks.remove(paper);
          askForSignOffs();
        }
      }
      case SIGN_OFF -> {
        if (happens(9)) {
          desks.remove(paper);
          if (happens(5)) {
            desks.add(new Paper(leads.get(0), Duty.RESOLVE_OBJECTION, paper.holder()));
          }
          reviewWhenSigned();
        }
      }
      case RESOLVE_OBJECTION -> {
        if (happens(4)) {
          desks.remove(paper);
          desks.add(new Paper(paper.forWhom(), Duty.SIGN_OFF, ""));
        }
      }
      default -> review(paper);
    }
  }

  private void askForSignOffs() {
    supports.forEach(support -> desks.add(new Paper(support, Duty.SIGN_OFF, "")));
    reviewWhenSigned();
  }

  private void reviewWhenSigned() {
    if (desks.isEmpty()) {
      desks.add(new Paper("office", Duty.REVIEW, ""));
    }
  }

  private void review(Paper paper) {
    if (happens(6)) {
      desks.remove(paper);
      if (happens(2)) {
        round++;
        Duty again = leads.size() > 1 ? Duty.CONSOLIDATE : Duty.REPORT;
        desks.add(new Paper(leads.get(0), again, ""));
      } else {
        closed = true;
      }
    }
  }
}

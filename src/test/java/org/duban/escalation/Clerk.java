package org.duban.escalation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.programme.Duty;

/** Tells by counting the days one by one, every time anew. */
final class Clerk implements InventedCase.Watchers {

  private static final int SIGN_OFF_DAYS = 5;

  private static final class SignOff {
    private LocalDate limit;
    private Rung told = Rung.NONE;
  }

  final List<Told> told = new ArrayList<>();

  private final InventedCase fate;
  private final Map<String, SignOff> signOffs = new LinkedHashMap<>();
  private LocalDate runsFrom;
  private Rung highest = Rung.NONE;

  Clerk(InventedCase fate) {
    this.fate = fate;
  }

  @Override
  public void opened(LocalDate today) {
    runsFrom = today;
  }

  @Override
  public void desksChanged(LocalDate today) {
    Set<String> asked = holders(Duty.SIGN_OFF);
    signOffs.keySet().retainAll(asked);
    for (String one : asked) {
      signOffs.computeIfAbsent(
          one,
          any -> {
            SignOff fresh = new SignOff();
            fresh.limit = fate.days.later(today, SIGN_OFF_DAYS);
            return fresh;
          });
    }
  }

  @Override
  public void redated(LocalDate to, LocalDate today) {
    highest = Rung.NONE;
    if (to.isBefore(today)) {
      runsFrom = today;
    }
  }

  @Override
  public void suspended() {
    // looks at fate.suspended()
  }

  @Override
  public void resumed(int workingDays) {
    runsFrom = fate.days.later(runsFrom, workingDays);
    signOffs.values().forEach(one -> one.limit = fate.days.later(one.limit, workingDays));
  }

  @Override
  public void tick(LocalDate day, boolean morning) {
    if (fate.suspended()) {
      return;
    }
    LocalDate from = runsFrom.isAfter(fate.due) ? runsFrom : fate.due;
    Rung rung = onMilestoneLadder(fate.days.pastDue(from, day));
    if (rung.compareTo(highest) > 0) {
      highest = rung;
      told.add(new Told(day, morning, Term.MILESTONE, "", fate.due, rung, everyHolder()));
    }
    signOffs.forEach(
        (support, own) -> {
          Rung now = onSignOffLadder(fate.days.pastDue(own.limit, day));
          if (!day.isAfter(fate.due) && now.compareTo(own.told) > 0) {
            own.told = now;
            told.add(
                new Told(day, morning, Term.SIGN_OFF, support, own.limit, now, Set.of(support)));
          }
        });
  }

  private static Rung onMilestoneLadder(int pastDue) {
    if (pastDue >= 10) {
      return Rung.LEVEL_3;
    }
    if (pastDue >= 3) {
      return Rung.LEVEL_2;
    }
    if (pastDue >= 1) {
      return Rung.LEVEL_1;
    }
    if (pastDue >= -3) {
      return Rung.WARNING;
    }
    return pastDue >= -10 ? Rung.REMINDER : Rung.NONE;
  }

  private static Rung onSignOffLadder(int pastDue) {
    if (pastDue >= 1) {
      return Rung.LEVEL_1;
    }
    return pastDue >= -1 ? Rung.REMINDER : Rung.NONE;
  }

  private Set<String> everyHolder() {
    return fate.desks.stream().map(InventedCase.Paper::holder).collect(Collectors.toSet());
  }

  private Set<String> holders(Duty duty) {
    return fate.desks.stream()
        .filter(paper -> paper.duty() == duty)
        .map(InventedCase.Paper::holder)
        .collect(Collectors.toSet());
  }
}

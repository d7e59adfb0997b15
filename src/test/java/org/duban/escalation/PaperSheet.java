package org.duban.escalation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.directory.DepartmentClass;
import org.duban.programme.Duty;

/**
 * The sheet's own rules over a watch kept in memory: it looks only at what is due to be looked at.
 */
final class PaperSheet implements InventedCase.Watchers {

  private record Key(Term term, String holder) {}

  private static final class Row {
    private Course course;
    private LocalDate next;
  }

  final List<Told> told = new ArrayList<>();

  private final InventedCase fate;
  private final SheetRule rule;
  private final Map<Key, Row> watch = new LinkedHashMap<>();
  private boolean suspended;

  PaperSheet(InventedCase fate) {
    this.fate = fate;
    this.rule =
        new SheetRule(
            new Ladder(new DefaultPolicy(), fate.days.calendar),
            holder -> DepartmentClass.DEPARTMENT);
  }

  @Override
  public void opened(LocalDate today) {
    put(new Key(Term.MILESTONE, ""), Course.beginning(fate.due, today), today);
  }

  private void put(Key key, Course course, LocalDate next) {
    Row row = new Row();
    row.course = course;
    row.next = next;
    watch.put(key, row);
  }

  @Override
  public void desksChanged(LocalDate today) {
    Set<String> asked = new HashSet<>();
    fate.desks.stream()
        .filter(paper -> paper.duty() == Duty.SIGN_OFF)
        .forEach(paper -> asked.add(paper.holder()));
    watch.keySet().removeIf(key -> key.term() == Term.SIGN_OFF && !asked.contains(key.holder()));
    for (String support : asked) {
      Key key = new Key(Term.SIGN_OFF, support);
      if (!watch.containsKey(key)) {
        put(key, Course.beginning(fate.days.calendar.plusWorkingDays(today, 5), today), today);
      }
    }
    lookAgain(today);
  }

  @Override
  public void redated(LocalDate to, LocalDate today) {
    Row own = watch.get(new Key(Term.MILESTONE, ""));
    own.course = own.course.redated(to, today);
    lookAgain(today);
  }

  @Override
  public void suspended() {
    suspended = true;
    watch.values().forEach(row -> row.next = null);
  }

  @Override
  public void resumed(int workingDays) {
    suspended = false;
    watch
        .values()
        .forEach(row -> row.course = row.course.resumedAfter(workingDays, fate.days.calendar));
    lookAgain(AnyCalendar.FIRST);
  }

  private void lookAgain(LocalDate today) {
    if (!suspended) {
      watch.values().forEach(row -> row.next = today);
    }
  }

  @Override
  public void tick(LocalDate day, boolean morning) {
    watch.forEach(
        (key, row) -> {
          if (row.next != null && !row.next.isAfter(day)) {
            decide(key, row, day, morning);
          }
        });
  }

  private void decide(Key key, Row row, LocalDate day, boolean morning) {
    Decision decision = rule.decide(watched(key, row.course), day);
    Verdict verdict = decision.verdict();
    if (decision.climbs()) {
      Set<String> to = new HashSet<>(decision.watched().holderCodes());
      told.add(
          new Told(day, morning, key.term(), key.holder(), row.course.due(), verdict.rung(), to));
    }
    Rung rung = decision.climbs() ? verdict.rung() : row.course.rung();
    row.course =
        new Course(row.course.due(), row.course.runsFrom(), rung, verdict.light(), verdict.level());
    row.next = decision.next();
  }

  private Watched watched(Key key, Course course) {
    List<Holder> holders =
        fate.desks.stream()
            .filter(paper -> key.term() == Term.MILESTONE || paper.holder().equals(key.holder()))
            .filter(paper -> key.term() != Term.SIGN_OFF || paper.duty() == Duty.SIGN_OFF)
            .map(paper -> new Holder(paper.holder(), paper.duty()))
            .distinct()
            .collect(Collectors.toList());
    return new Watched(
        "m",
        key.term(),
        key.holder(),
        "t",
        "p",
        "p1",
        fate.kind,
        course,
        fate.due,
        fate.round,
        "一",
        "事项",
        holders);
  }
}

package org.duban.workflow.policy;

import java.util.Collection;
import java.util.function.IntFunction;
import org.duban.directory.DepartmentClass;
import org.duban.escalation.Rung;
import org.duban.escalation.Situation;
import org.duban.escalation.Term;
import org.duban.escalation.Verdict;
import org.duban.notice.MilestoneKind;
import org.duban.programme.Role;

/**
 * Whether a table can be the deadline policy: it has one rule for every situation, whatever the
 * day, and its ladder never goes down as days go by. Only days around the numbers that the table
 * names can differ, so asking those, and some far off, is asking all.
 */
final class PolicyCheck {

  static final String KEY = "deadline-policy";

  private static final Integer[] FAR_OFF = {-10_000, -1, 0, 1, 10_000};

  private final DmnFile table;

  private PolicyCheck(DmnFile table) {
    this.table = table;
  }

  /**
   * @throws PolicyRefused when the table can't be read, leaves a situation out, has two rules for
   *     one, or a ladder that goes down
   */
  static void check(String xml) {
    new PolicyCheck(DmnFile.read(xml, KEY)).check();
  }

  private void check() {
    Collection<Integer> days = table.numbersThatDiffer("workingDays", FAR_OFF);
    for (Term term : Term.values()) {
      for (MilestoneKind kind : table.toTry("milestoneKind", MilestoneKind.values())) {
        for (Role role : table.toTry("waitingFor", Role.values())) {
          for (DepartmentClass unit : table.toTry("departmentClass", DepartmentClass.values())) {
            climbs(days, day -> new Situation(term, kind, day, role, unit));
          }
        }
      }
    }
  }

  private void climbs(Collection<Integer> days, IntFunction<Situation> on) {
    Rung highest = Rung.NONE;
    for (int day : days) {
      Situation situation = on.apply(day);
      Rung rung = verdict(situation).rung();
      if (rung.compareTo(highest) < 0) {
        throw new PolicyRefused(
            "台阶不能随时间下降：" + PolicyRow.words(situation) + "是 " + rung + "，此前已是 " + highest + "。");
      }
      highest = rung;
    }
  }

  private Verdict verdict(Situation situation) {
    return PolicyRow.verdict(
        situation, table.ask(PolicyRow.variables(situation), PolicyRow.words(situation)));
  }
}

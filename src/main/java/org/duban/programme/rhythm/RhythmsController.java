package org.duban.programme.rhythm;

import java.time.LocalDate;
import java.util.Arrays;
import org.duban.programme.InvalidSubmission;
import org.duban.programme.MilestoneReach;
import org.duban.programme.Rhythms;
import org.duban.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How often a long-term project reports, and changing it. */
@RestController
@RequestMapping("/api/v1/milestones/{id}/rhythm")
class RhythmsController {

  /**
   * Another rhythm.
   *
   * @param every MONTH or QUARTER
   * @param day of the month, for a quarter of its last month; 1 to 28
   * @param reason not blank
   */
  record Change(String every, Integer day, String reason) {

    Rhythm rhythm() {
      Rhythm.Every period =
          Arrays.stream(Rhythm.Every.values())
              .filter(one -> one.name().equals(every))
              .findFirst()
              .orElseThrow(() -> new InvalidSubmission("every 应为 MONTH（每月）或 QUARTER（每季度）。"));
      if (day == null) {
        throw new InvalidSubmission("须给出 day（报告日，1 到 28）。");
      }
      return new Rhythm(period, day);
    }
  }

  /**
   * The rhythm in force.
   *
   * @param nextOpens when the next report is asked for
   * @param nextDue when the next report is due
   */
  record InForce(Rhythm.Every every, int day, LocalDate nextOpens, LocalDate nextDue) {

    static InForce of(Rhythms.Plan plan) {
      return new InForce(
          plan.rhythm().every(), plan.rhythm().day(), plan.nextOpens(), plan.nextDue());
    }
  }

  private final Rhythms rhythms;
  private final MilestoneReach reach;

  RhythmsController(Rhythms rhythms, MilestoneReach reach) {
    this.rhythms = rhythms;
    this.reach = reach;
  }

  /** By the supervising office; periods that are open stay as they are. */
  @PostMapping
  InForce change(@PathVariable String id, @RequestBody Change change) {
    Caller caller = Caller.current();
    reach.within(id, caller);
    return InForce.of(rhythms.change(id, change.rhythm(), change.reason(), caller.userId()));
  }

  @GetMapping
  InForce one(@PathVariable String id) {
    return InForce.of(rhythms.plan(reach.within(id, Caller.current()).id()));
  }
}

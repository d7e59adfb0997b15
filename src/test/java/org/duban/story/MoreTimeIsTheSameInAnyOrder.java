package org.duban.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.duban.calendar.WorkingCalendar;

/**
 * While a milestone is suspended nothing is asked and nothing decided about more time, and a day
 * that was asked for counts as later by the working days of every suspension since, granted before
 * or after it.
 */
final class MoreTimeIsTheSameInAnyOrder implements Witness {

  private static final String WHILE_SUSPENDED =
      """
      select 'while it was suspended: ' || t.what || ' ' || t.milestone_id || ' ' || t.at::date from trail t
      where t.what in ('EXTENSION_REQUESTED', 'EXTENSION_ENDORSED', 'EXTENSION_APPROVED', 'EXTENSION_REFUSED')
        and 'SUSPENDED' = (select s.what from trail s where s.milestone_id = t.milestone_id and s.id < t.id
                           and s.what in ('SUSPENDED', 'RESUMED') order by s.id desc limit 1)
      """;

  private record Request(
      String milestone,
      LocalDate asked,
      LocalDate newDue,
      LocalDate day,
      String state,
      LocalDate due) {}

  private record Stop(String milestone, LocalDate since, LocalDate until) {}

  private final WorkingCalendar calendar;

  MoreTimeIsTheSameInAnyOrder(WorkingCalendar calendar) {
    this.calendar = calendar;
  }

  @Override
  public List<String> against(Scene scene) {
    List<String> words = new ArrayList<>(scene.ask(WHILE_SUSPENDED));
    var jdbc = scene.program().jdbc();
    List<Request> requests =
        jdbc.sql(
                """
                select e.milestone_id as milestone, e.asked_due as asked, e.new_due, e.requested_at::date as day, e.state, m.due
                from extension_request e join milestone m on m.id = e.milestone_id
                where e.state in ('PENDING_ENDORSEMENT', 'PENDING_DECISION', 'APPROVED')
                  and m.state <> 'WITHDRAWN'
                  and not exists (select 1 from extension_request later where later.milestone_id = m.id and later.id > e.id
                                  and later.state = 'APPROVED')
                  and not exists (select 1 from trail t where t.at >= e.requested_at
                                  and t.milestone_id = m.id and t.what in ('REDATED', 'MILESTONE_REOPENED'))
                """)
            .query(Request.class)
            .list();
    List<Stop> stops =
        jdbc.sql(
                """
                select s.milestone_id as milestone, s.since::date as since, s.until::date as until
                from suspension s
                where s.until is not null order by s.id
                """)
            .query(Stop.class)
            .list();
    for (Request request : requests) {
      int lost =
          stops.stream()
              .filter(stop -> stop.milestone().equals(request.milestone()))
              .filter(stop -> !stop.since().isBefore(request.day()))
              .mapToInt(stop -> calendar.workingDaysBetween(stop.since(), stop.until()))
              .sum();
      LocalDate expected = calendar.plusWorkingDays(request.asked(), lost);
      LocalDate so = request.state().equals("APPROVED") ? request.due() : request.newDue();
      if (!so.equals(expected)) {
        words.add(
            "another day than was asked for and the days lost since: " + request + " " + expected);
      }
    }
    return words;
  }
}

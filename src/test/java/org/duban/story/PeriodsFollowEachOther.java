package org.duban.story;

import java.util.List;

/**
 * The periods of a rhythm follow each other without a gap and without one that comes twice,
 * whatever was extended, suspended or changed: from the day of one period to that of the next it's
 * never longer than a quarter and the days by which another rhythm may be later in its month, but
 * for the time in which it was suspended; and while it runs the next one is planned.
 */
final class PeriodsFollowEachOther implements Witness {

  private static final List<String> NEVER =
      List.of(
          """
          select 'nobody reports from one day to another: ' || one.day || ' ' || one.next || ' ' || one.rhythm_id
          from (select rhythm_id, original_due as day,
                       lead(original_due) over (partition by rhythm_id order by original_due) as next
                from milestone where rhythm_id is not null) one
          where one.next - one.day > 120 + coalesce((
              select sum(s.until::date - s.since::date) from suspension s where s.milestone_id = one.rhythm_id
                and s.until is not null and s.since::date <= one.next), 0)
          """,
          """
          select 'it runs, and no further report is planned: ' || m.id from milestone m
          where m.due is null and m.state = 'REPORTING' and m.next_period_due is null
          """,
          """
          select 'the next report is planned long after the last: ' || m.next_period_due || ' ' || last.day || ' ' || m.id
          from milestone m cross join lateral (
              select max(p.original_due) as day from milestone p where p.rhythm_id = m.id) last
          where m.state = 'REPORTING' and m.next_period_due - last.day > 120 + coalesce((
              select sum(s.until::date - s.since::date) from suspension s where s.milestone_id = m.id
                and s.until is not null), 0)
          """,
          """
          select 'the next report was asked for already: ' || m.next_period_due || ' ' || m.id
          from milestone m where m.next_period_due <= (
              select max(p.original_due) from milestone p where p.rhythm_id = m.id)
          """,
          """
          select 'should have opened: ' || m.next_period_opens || ' ' || m.id from milestone m
              cross join (select max(tick) as tick from sheet_tick) last
          where m.state = 'REPORTING' and m.next_period_opens < last.tick::date and not exists (
              select 1 from trail t where t.milestone_id = m.id and t.at >= last.tick
                and t.what in ('RHYTHM_CHANGED', 'RESUMED'))
            and not exists (
              select 1 from project p where p.id = m.project_id and p.dispatched_at >= last.tick)
          """,
          """
          select 'opens after it is due: ' || m.id from milestone m where m.next_period_opens > m.next_period_due
          """);

  @Override
  public List<String> against(Scene scene) {
    return scene.ask(String.join("union all\n", NEVER));
  }
}

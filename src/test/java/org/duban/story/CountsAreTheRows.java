package org.duban.story;

import java.util.List;

/** The kept counts are the rows they count, but for those that are noted as not counted yet. */
final class CountsAreTheRows implements Witness {

  private static final String COLUMNS =
      "programme_id, part, unit, kind, due, original_due, state, light, level, met, met_original";

  private static final List<String> NEVER =
      List.of(
          """
          select 'counted otherwise than it is: ' || coalesce(t.milestone_id, o.milestone_id)
          from tallied t full join obligation_now o on o.milestone_id = t.milestone_id
          where coalesce(t.milestone_id, o.milestone_id) not in (select u.milestone_id from untallied u)
            and (t.state, t.light, t.level, t.due, t.original_due, t.met, t.met_original, t.leads, t.holders)
                is distinct from
                (o.state, o.light, o.level, o.due, o.original_due, o.met, o.met_original, o.leads, o.holders)
          """,
          """
          select 'the count is off: ' || sum(one.n) || ' ' || one.state || ' ' || one.light || ' ' || one.due || ' ' || one.part || ' '
                 || one.unit
          from (select %1$s, n from tally
                union all
                select c.programme_id, c.part, c.unit, t.kind, t.due, t.original_due, t.state, t.light, t.level, t.met,
                       t.met_original, -1
                from tallied t cross join lateral tally_cells(t.programme_id, t.leads, t.holders) c) one
          group by %1$s having sum(one.n) <> 0
          """
              .formatted(COLUMNS),
          """
          select 'the days are off: ' || sum(one.n) || ' ' || one.unit || ' ' || one.measure || ' ' || one.day
          from (select programme_id, unit, role, kind, measure, day, n from day_tally
                union all
                select c.programme_id, t.holder, t.role, t.kind, c.measure, c.day, -c.n
                from tallied_days t cross join lateral day_cells(t.programme_id, t.days, t.past_due, t.past_original) c) one
          group by one.programme_id, one.unit, one.role, one.kind, one.measure, one.day having sum(one.n) <> 0
          """);

  @Override
  public List<String> against(Scene scene) {
    return scene.ask(String.join("union all\n", NEVER));
  }
}

-- Who had what in hand, and the day of its own by which it was due: that of a sign-off; null: the milestone's day is
-- its day. Whoever counts days past due, in hand or for points, asks here.
create view holding_term as
select h.id,
       h.milestone_id,
       h.task_id,
       h.holder,
       h.role,
       h.since,
       h.until,
       o.due as own_due
from holding h
         left join own_term o on o.task_id = h.task_id and o.term = 'SIGN_OFF';

drop view counter_drift;
drop view day_tally_now;
drop view held_now;
drop function day_cells(text, datemultirange, date, date);

-- On which days each unit had a milestone in hand, in which role: not on the day on which it came, but on that on which
-- it went. While it is held the days have no end. Suspended days are nobody's; nor are those that an extension granted,
-- but for what has a day of its own, which no extension moves. past_due and past_original: those of the days that were
-- past the day in force, and past the first day; a day of its own is both.
create view held_now as
select m.id                                   as milestone_id,
       p.programme_id,
       m.project_id,
       m.kind,
       h.holder,
       h.role,
       range_agg(d.days)                      as days,
       range_agg(d.days * datemultirange(daterange(coalesce(h.own_due, m.due), null, '()')))
                                              as past_due,
       range_agg(d.days * datemultirange(daterange(coalesce(h.own_due, m.original_due, m.due), null, '()')))
                                              as past_original
from holding_term h
         join milestone m on m.id = h.milestone_id
         join project p on p.id = m.project_id
         cross join lateral (
             select datemultirange(daterange(h.since::date, h.until::date, '(]'))
                 - coalesce((select range_agg(daterange(s.since::date, s.until::date, '(]'))
                             from suspension s where s.milestone_id = m.id), '{}')
                 - coalesce((select range_agg(daterange(e.due, e.new_due, '(]'))
                             from extension_request e
                             where e.milestone_id = m.id and e.state = 'APPROVED' and h.own_due is null), '{}') as days) d
where m.due is not null
group by m.id, p.programme_id, h.holder, h.role;

create function day_cells(programme text, days datemultirange, past_due datemultirange, past_original datemultirange)
    returns table (programme_id text, measure text, day date, n bigint)
    language sql immutable
as
$$
select g.programme_id, m.measure, e.day, e.n
from (values ('HELD', days), ('PAST_DUE', past_due), ('PAST_ORIGINAL', past_original)) m(measure, days)
         cross join lateral unnest(m.days) stretch
         cross join lateral (values (lower(stretch) - 1, -1::bigint),
                                    (coalesce(upper(stretch) - 1, 'infinity'), 1::bigint)) e(day, n)
         cross join unnest(array ['', programme]) g(programme_id)
$$;

-- What is kept of them is counted anew.
delete from day_tally;
delete from tallied_days;
insert into untallied select id from milestone;
alter table tallied_days
    drop column due,
    drop column original_due,
    drop column days,
    add column days          datemultirange not null,
    add column past_due      datemultirange not null,
    add column past_original datemultirange not null;

create or replace function day_correction(ids text[]) returns setof day_tally
    language sql stable
as
$$
select c.programme_id, t.holder, t.role, t.kind, c.measure, c.day, -c.n
from tallied_days t cross join lateral day_cells(t.programme_id, t.days, t.past_due, t.past_original) c
where t.milestone_id = any (ids)
union all
select c.programme_id, h.holder, h.role, h.kind, c.measure, c.day, c.n
from held_now h cross join lateral day_cells(h.programme_id, h.days, h.past_due, h.past_original) c
where h.milestone_id = any (ids)
$$;

create view day_tally_now as
select c.programme_id, h.holder as unit, h.role, h.kind, c.measure, c.day, sum(c.n)::bigint as n
from held_now h cross join lateral day_cells(h.programme_id, h.days, h.past_due, h.past_original) c
group by 1, 2, 3, 4, 5, 6
having sum(c.n) <> 0;

-- In how many places each counter, with what is noted to be counted anew, differs from the rows; and of how many
-- milestones that nobody noted the last count isn't what the rows say.
create view counter_drift as
with noted as materialized (select array(select distinct u.milestone_id from untallied u) as ids)
select 'tally' as counter, count(*) as drift
from (select from (select * from tally
                   union all
                   select c.* from noted cross join lateral tally_correction(noted.ids) c
                   union all
                   select programme_id, part, unit, kind, due, original_due, state, light, level, met, met_original, -n
                   from tally_now) c
      group by programme_id, part, unit, kind, due, original_due, state, light, level, met, met_original
      having sum(n) <> 0) cell
union all
select 'day_tally', count(*)
from (select from (select * from day_tally
                   union all
                   select c.* from noted cross join lateral day_correction(noted.ids) c
                   union all
                   select programme_id, unit, role, kind, measure, day, -n from day_tally_now) c
      group by programme_id, unit, role, kind, measure, day
      having sum(n) <> 0) cell
union all
select 'tallied', count(distinct t.milestone_id)
from ((select * from tallied except all select * from obligation_now)
      union all
      (select * from obligation_now except all select * from tallied)) t
where t.milestone_id not in (select u.milestone_id from untallied u)
union all
select 'tallied_days', count(distinct t.milestone_id)
from ((select milestone_id, programme_id, kind, holder, role, days, past_due, past_original from tallied_days
       except all
       select milestone_id, programme_id, kind, holder, role, days, past_due, past_original from held_now)
      union all
      (select milestone_id, programme_id, kind, holder, role, days, past_due, past_original from held_now
       except all
       select milestone_id, programme_id, kind, holder, role, days, past_due, past_original from tallied_days)) t
where t.milestone_id not in (select u.milestone_id from untallied u);

-- The day of a sign-off counts, so whoever changes it notes its milestone.
create function note_milestone_of_sign_off() returns trigger language plpgsql as
$$
begin
    insert into untallied
    select distinct t.milestone_id from touched t where t.term = 'SIGN_OFF' and t.milestone_id is not null;
    return null;
end
$$;

create trigger tally_insert after insert on own_term referencing new table as touched
    for each statement execute function note_milestone_of_sign_off();
create trigger tally_update after update on own_term referencing new table as touched
    for each statement execute function note_milestone_of_sign_off();
create trigger tally_delete after delete on own_term referencing old table as touched
    for each statement execute function note_milestone_of_sign_off();

-- The heat map reads a year of sign-offs.
create index own_term_sign_off on own_term (due, holder) include (until, programme_id, project_id, milestone_id)
    where term = 'SIGN_OFF';

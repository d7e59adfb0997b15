-- What isn't sent out is no obligation, and is counted from its dispatch on, which notes it.
create or replace view obligation_now as
select m.id as milestone_id,
       p.programme_id,
       m.project_id,
       m.kind,
       m.due,
       coalesce(m.original_due, m.due) as original_due,
       m.state,
       coalesce(w.light, 'GREEN')      as light,
       coalesce(w.level, 0)            as level,
       case when m.state = 'CLOSED' then sign(m.closed_at::date - m.due)::integer else 0 end as met,
       case when m.state = 'CLOSED' then sign(m.closed_at::date - coalesce(m.original_due, m.due))::integer else 0 end
                                       as met_original,
       array(select a.department_code
             from assignment a
             where a.project_id = m.project_id and a.role = 'LEAD'
             order by a.position, a.department_code) as leads,
       array(select distinct h.holder
             from holding h
             where h.milestone_id = m.id and h.until is null and m.state <> 'SUSPENDED'
             order by h.holder) as holders
from milestone m
         join project p on p.id = m.project_id
         left join watch w on w.milestone_id = m.id and w.term = 'MILESTONE'
where m.due is not null and sent_out(p);

create or replace view milestone_overview as
select m.id,
       m.tenant_id,
       p.programme_id,
       m.project_id,
       p.ordinal,
       p.number,
       p.title,
       m.kind,
       m.due,
       m.original_due,
       m.phrase,
       m.state,
       m.round,
       m.rhythm_id,
       coalesce(w.light, 'GREEN') as light,
       coalesce(w.level, 0)       as level,
       array(select h.holder
             from holding h
             where h.milestone_id = m.id and h.until is null and m.state <> 'SUSPENDED'
             group by h.holder
             order by min(h.id))  as waiting_for,
       m.closed_at,
       sent_out(p)                as sent_out
from milestone m
         join project p on p.id = m.project_id
         left join watch w on w.milestone_id = m.id and w.term = 'MILESTONE';

create function note_milestones_of_sent_project() returns trigger language plpgsql as
$$
begin
    insert into untallied
    select m.id
    from touched t
             join before b on b.id = t.id and b.dispatched_at is distinct from t.dispatched_at
             join milestone m on m.project_id = t.id;
    return null;
end
$$;

create trigger tally_update after update on project referencing old table as before new table as touched
    for each statement execute function note_milestones_of_sent_project();

-- What the counters must say, counted from the rows.
create view tally_now as
select c.programme_id, c.part, c.unit, o.kind, o.due, o.original_due, o.state, o.light, o.level, o.met, o.met_original,
       count(*) as n
from obligation_now o cross join lateral tally_cells(o.programme_id, o.leads, o.holders) c
group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11;

create view day_tally_now as
select c.programme_id, h.holder as unit, h.role, h.kind, c.measure, c.day, sum(c.n)::bigint as n
from held_now h cross join lateral day_cells(h.programme_id, h.days, h.due, h.original_due) c
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
from ((select milestone_id, programme_id, kind, due, original_due, holder, role, days from tallied_days
       except all
       select milestone_id, programme_id, kind, due, original_due, holder, role, days from held_now)
      union all
      (select milestone_id, programme_id, kind, due, original_due, holder, role, days from held_now
       except all
       select milestone_id, programme_id, kind, due, original_due, holder, role, days from tallied_days)) t
where t.milestone_id not in (select u.milestone_id from untallied u);

-- Each comparison of the counters with the rows, and how many differences it found and mended. Whoever works on the
-- counters has the table locked meanwhile.
create table counter_check (
    id         bigint generated always as identity primary key,
    checked_at timestamptz not null,
    drift      bigint      not null
);

-- What has drifted by now is counted anew.
delete from tally;
delete from day_tally;
delete from tallied;
delete from tallied_days;
delete from untallied;
insert into untallied select id from milestone;

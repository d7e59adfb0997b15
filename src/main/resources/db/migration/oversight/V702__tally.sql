-- The board's figures are kept, so that they cost the same however many projects there are. Whoever changes what is
-- counted only notes which milestones (untallied), which takes no lock and can't be forgotten: the database does it.
-- What is read is the kept count, less what the noted milestones counted as, plus what they are now: exact at every
-- moment. From time to time the notes are worked into the count.

create table untallied (
    milestone_id text not null
);

-- Each dated obligation as it was counted. met and met_original: closed before, on or after the day (-1, 0, 1).
create table tallied (
    milestone_id text     primary key,
    programme_id text     not null,
    project_id   text     not null,
    kind         text     not null,
    due          date     not null,
    original_due date     not null,
    state        text     not null,
    light        text     not null,
    level        integer  not null,
    met          integer  not null,
    met_original integer  not null,
    leads        text[]   not null,
    holders      text[]   not null
);

-- The same, counted. Programme '' is all of them. Part ALL counts each obligation once; LEAD once for each lead
-- department, HOLDER once for each that has it in hand.
create table tally (
    programme_id text    not null,
    part         text    not null check (part in ('ALL', 'LEAD', 'HOLDER')),
    unit         text    not null,
    kind         text    not null,
    due          date    not null,
    original_due date    not null,
    state        text    not null,
    light        text    not null,
    level        integer not null,
    met          integer not null,
    met_original integer not null,
    n            bigint  not null,
    primary key (programme_id, part, unit, kind, due, original_due, state, light, level, met, met_original)
);
create index tally_empty on tally (n) where n = 0;

create view obligation_now as
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
             where h.milestone_id = m.id and h.until is null and m.state <> 'SUSPENDED') as holders
from milestone m
         join project p on p.id = m.project_id
         left join watch w on w.milestone_id = m.id and w.term = 'MILESTONE'
where m.due is not null;

create function tally_cells(programme text, leads text[], holders text[])
    returns table (programme_id text, part text, unit text)
    language sql immutable
as
$$
select g.programme_id, u.part, u.unit
from unnest(array ['', programme]) g(programme_id)
         cross join (select 'ALL', ''
                     union all
                     select 'LEAD', unnest(leads)
                     union all
                     select 'HOLDER', unnest(holders)) u(part, unit)
$$;

-- What the count of these milestones must change by.
create function tally_correction(ids text[]) returns setof tally
    language sql stable
as
$$
select c.programme_id, c.part, c.unit, t.kind, t.due, t.original_due, t.state, t.light, t.level, t.met, t.met_original,
       -1::bigint
from tallied t cross join lateral tally_cells(t.programme_id, t.leads, t.holders) c
where t.milestone_id = any (ids)
union all
select c.programme_id, c.part, c.unit, o.kind, o.due, o.original_due, o.state, o.light, o.level, o.met, o.met_original,
       1::bigint
from obligation_now o cross join lateral tally_cells(o.programme_id, o.leads, o.holders) c
where o.milestone_id = any (ids)
$$;

-- On which days each unit had a milestone in hand, in which role: not on the day on which it came, but on that on which
-- it went. While it is held the days have no end. Suspended days and those an extension granted are nobody's.
create view held_now as
select m.id as milestone_id,
       p.programme_id,
       m.project_id,
       m.kind,
       m.due,
       coalesce(m.original_due, m.due) as original_due,
       h.holder,
       h.role,
       range_agg(daterange(h.since::date, h.until::date, '(]'))
           - coalesce((select range_agg(daterange(s.since::date, s.until::date, '(]'))
                       from suspension s where s.milestone_id = m.id), '{}')
           - coalesce((select range_agg(daterange(e.due, e.new_due, '(]'))
                       from extension_request e where e.milestone_id = m.id and e.state = 'APPROVED'), '{}') as days
from holding h
         join milestone m on m.id = h.milestone_id
         join project p on p.id = m.project_id
where m.due is not null
group by m.id, p.programme_id, h.holder, h.role;

create table tallied_days (
    milestone_id text           not null,
    programme_id text           not null,
    kind         text           not null,
    due          date           not null,
    original_due date           not null,
    holder       text           not null,
    role         text           not null,
    days         datemultirange not null,
    primary key (milestone_id, holder, role)
);

-- Days are counted by their ends, so that no figure depends on today: a stretch of days after one day up to another
-- takes away 1 at the first and adds 1 at the second, which is infinity while it lasts. The working days up to each
-- day, or up to today if that is earlier, times n, add up to the working days held.
create table day_tally (
    programme_id text   not null,
    unit         text   not null,
    role         text   not null,
    kind         text   not null,
    measure      text   not null check (measure in ('HELD', 'PAST_DUE', 'PAST_ORIGINAL')),
    day          date   not null,
    n            bigint not null,
    primary key (programme_id, unit, role, kind, measure, day)
);
create index day_tally_empty on day_tally (n) where n = 0;

create function day_cells(programme text, days datemultirange, due date, original_due date)
    returns table (programme_id text, measure text, day date, n bigint)
    language sql immutable
as
$$
select g.programme_id, m.measure, e.day, e.n
from (values ('HELD', days),
             ('PAST_DUE', days * datemultirange(daterange(due, null, '()'))),
             ('PAST_ORIGINAL', days * datemultirange(daterange(original_due, null, '()')))) m(measure, days)
         cross join lateral unnest(m.days) stretch
         cross join lateral (values (lower(stretch) - 1, -1::bigint),
                                    (coalesce(upper(stretch) - 1, 'infinity'), 1::bigint)) e(day, n)
         cross join unnest(array ['', programme]) g(programme_id)
$$;

create function day_correction(ids text[]) returns setof day_tally
    language sql stable
as
$$
select c.programme_id, t.holder, t.role, t.kind, c.measure, c.day, -c.n
from tallied_days t cross join lateral day_cells(t.programme_id, t.days, t.due, t.original_due) c
where t.milestone_id = any (ids)
union all
select c.programme_id, h.holder, h.role, h.kind, c.measure, c.day, c.n
from held_now h cross join lateral day_cells(h.programme_id, h.days, h.due, h.original_due) c
where h.milestone_id = any (ids)
$$;

create function note_milestone() returns trigger language plpgsql as
$$
begin
    insert into untallied select t.id from touched t;
    return null;
end
$$;

create function note_its_milestone() returns trigger language plpgsql as
$$
begin
    insert into untallied select distinct t.milestone_id from touched t;
    return null;
end
$$;

create function note_milestones_of_project() returns trigger language plpgsql as
$$
begin
    insert into untallied select m.id from milestone m where m.project_id in (select t.project_id from touched t);
    return null;
end
$$;

create trigger tally_insert after insert on milestone referencing new table as touched
    for each statement execute function note_milestone();
create trigger tally_update after update on milestone referencing new table as touched
    for each statement execute function note_milestone();
create trigger tally_delete after delete on milestone referencing old table as touched
    for each statement execute function note_milestone();
create trigger tally_insert after insert on watch referencing new table as touched
    for each statement execute function note_its_milestone();
create trigger tally_update after update on watch referencing new table as touched
    for each statement execute function note_its_milestone();
create trigger tally_delete after delete on watch referencing old table as touched
    for each statement execute function note_its_milestone();
create trigger tally_insert after insert on holding referencing new table as touched
    for each statement execute function note_its_milestone();
create trigger tally_update after update on holding referencing new table as touched
    for each statement execute function note_its_milestone();
create trigger tally_delete after delete on holding referencing old table as touched
    for each statement execute function note_its_milestone();
create trigger tally_insert after insert on suspension referencing new table as touched
    for each statement execute function note_its_milestone();
create trigger tally_update after update on suspension referencing new table as touched
    for each statement execute function note_its_milestone();
create trigger tally_insert after insert on extension_request referencing new table as touched
    for each statement execute function note_its_milestone();
create trigger tally_update after update on extension_request referencing new table as touched
    for each statement execute function note_its_milestone();
create trigger tally_insert after insert on assignment referencing new table as touched
    for each statement execute function note_milestones_of_project();
create trigger tally_update after update on assignment referencing new table as touched
    for each statement execute function note_milestones_of_project();
create trigger tally_delete after delete on assignment referencing old table as touched
    for each statement execute function note_milestones_of_project();

insert into untallied select id from milestone;

-- The list of those at the top of the ladder.
create index watch_level_3 on watch (due, milestone_id) where level = 3 and term = 'MILESTONE';
create index programme_newest on programme (registered_at desc, id);

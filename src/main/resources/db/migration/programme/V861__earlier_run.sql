-- A milestone that was met and is owed once more: against which day it was met, and when.
create table earlier_run (
    milestone_id text        not null references milestone,
    tenant_id    text        not null,
    run          integer     not null,
    due          date        not null,
    closed_at    timestamptz not null,
    reopened_at  timestamptz not null,
    primary key (milestone_id, run)
);
-- Those that were opened again before this was kept: the trail knows when they were closed, and they kept their day.
insert into earlier_run (milestone_id, tenant_id, run, due, closed_at, reopened_at)
select m.id, m.tenant_id, row_number() over (partition by m.id order by t.id), m.due, t.at,
       coalesce((select min(h.since) from holding h where h.milestone_id = m.id and h.since >= t.at), t.at)
from trail t join milestone m on m.id = t.milestone_id
where t.what = 'CLOSED' and m.due is not null and t.at < coalesce(m.closed_at, 'infinity') - interval '1 second';

-- Every time that a milestone is or was owed, from its opening to its closing.
create view milestone_run as
select e.milestone_id,
       e.run,
       e.due,
       'CLOSED'::text                                                                             as state,
       e.closed_at,
       coalesce(lag(e.reopened_at) over (partition by e.milestone_id order by e.run), '-infinity') as begins,
       e.reopened_at                                                                              as ends
from earlier_run e
union all
select m.id,
       coalesce(e.run, 0) + 1,
       m.due,
       m.state,
       m.closed_at,
       coalesce(e.reopened_at, '-infinity'),
       'infinity'
from milestone m
         left join lateral (select run, reopened_at from earlier_run where milestone_id = m.id order by run desc limit 1) e
                   on true
where m.due is not null;

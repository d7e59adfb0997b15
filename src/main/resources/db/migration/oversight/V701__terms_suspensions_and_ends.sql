-- Only the date of the milestone itself gives it its light. What is suspended stays in the hands it was in, but nobody
-- is waited for. How long past its original day it was met, the day on which it closed tells.
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
       m.closed_at
from milestone m
         join project p on p.id = m.project_id
         left join watch w on w.milestone_id = m.id and w.term = 'MILESTONE';

-- past: days that were late by a day that has moved since, past_spans the same as text: the day before each stretch and
-- its last one, stretches parted by a semicolon.
create or replace view holding_term as
select h.id,
       h.milestone_id,
       h.task_id,
       h.holder,
       h.role,
       h.since,
       h.until,
       o.due                      as own_due,
       coalesce(o.past, m.past)   as past,
       (select string_agg((lower(r) - 1) || ' ' || (upper(r) - 1), ';' order by r)
        from unnest(coalesce(o.past, m.past)) r) as past_spans
from holding h
         join milestone m on m.id = h.milestone_id
         left join own_term o on o.task_id = h.task_id and o.term = 'SIGN_OFF';

create or replace view held_now as
select m.id                                   as milestone_id,
       p.programme_id,
       m.project_id,
       m.kind,
       h.holder,
       h.role,
       range_agg(d.days)                      as days,
       range_agg(d.days * (datemultirange(daterange(coalesce(h.own_due, m.due), null, '()')) + h.past))
                                              as past_due,
       range_agg(d.days * (datemultirange(daterange(coalesce(h.own_due, m.original_due, m.due), null, '()')) + h.past))
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

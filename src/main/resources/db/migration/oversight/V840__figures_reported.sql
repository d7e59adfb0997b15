-- What has been reported of a milestone's commitments is decided here, and asked by ledger, project page, sign-offs,
-- bulletin and public page. Of each commitment the last figure counts that a lead or the joint report gave in the
-- milestone's present round: a later report that leaves it out takes nothing back, a return or a reopening begins anew.
-- What was reported before its project was reworded may speak of other commitments, and counts no more.

-- "before" tells the past: null is now.
create function round_of(milestone text, before timestamptz) returns integer
    language sql stable
as
$$
select case
           when before is null then (select m.round from milestone m where m.id = milestone)
           else 1 + (select count(*) from review v
                     where v.milestone_id = milestone and v.decision = 'RETURN' and v.reviewed_at < before)::integer
                  -- what a lead was asked to report again had been reopened
                  + (select count(*) from trail t
                     where t.milestone_id = milestone and t.what = 'CLOSED' and t.at < before
                       and exists (select 1 from holding h
                                   where h.milestone_id = t.milestone_id and h.role = 'LEAD' and h.since >= t.at
                                     and h.since < before and (h.until is null or h.until > t.at)))::integer
           end
$$;

create function reworded_since(project text, moment timestamptz, before timestamptz) returns boolean
    language sql stable
as
$$
select exists (select 1 from trail t
               where t.project_id = project and t.milestone_id is null and t.what = 'REWORDED' and t.at > moment
                 and (before is null or t.at < before))
$$;

create function figures_reported(milestone text, before timestamptz)
    returns table (number integer, value numeric, report_id bigint, filed_at timestamptz)
    language sql stable
as
$$
select distinct on (f.key::integer) f.key::integer, f.value::numeric, r.id, r.filed_at
from report r
         join milestone m on m.id = r.milestone_id
         cross join lateral jsonb_each_text(r.actuals) f
where r.milestone_id = milestone
  and r.kind <> 'RESOLUTION'
  and f.value is not null
  and (before is null or r.filed_at < before)
  and r.round = round_of(milestone, before)
  and not reworded_since(m.project_id, r.filed_at, before)
order by f.key::integer, r.id desc
$$;

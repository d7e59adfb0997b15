-- The day of its own that a task has, by the task: how long a sign-off, a review, an answer to a request for more time,
-- an acknowledgement, an explanation, an instruction or the closing of a project may take. A row stays when the task is
-- over, so that how late it was can still be told. What a milestone's own date says (reports, objections) isn't here.
create table own_term (
    task_id         text        primary key,
    tenant_id       text        not null,
    programme_id    text        not null,
    project_id      text        not null,
    milestone_id    text,
    term            text        not null check (term in ('SIGN_OFF', 'REVIEW', 'EXTENSION', 'ACKNOWLEDGEMENT',
                                                         'EXPLANATION', 'INSTRUCTION', 'CLOSING')),
    holder          text        not null,
    since           timestamptz not null,
    due             date        not null,
    until           timestamptz,
    reminded_at     timestamptz,
    overdue_told_at timestamptz
);
create index own_term_open on own_term (due) where until is null;
create index own_term_of_milestone on own_term (milestone_id) where milestone_id is not null;
create index own_term_of_project on own_term (project_id) where until is null;

-- What was given out before keeps the day under which it was watched; the program gives the others theirs when it starts.
insert into own_term (task_id, tenant_id, programme_id, project_id, milestone_id, term, holder, since, due)
select h.task_id, w.tenant_id, w.programme_id, w.project_id, w.milestone_id, 'SIGN_OFF', h.holder, h.since, w.due
from holding h
         join watch w on w.milestone_id = h.milestone_id and w.term = 'SIGN_OFF' and w.holder = h.holder
where h.duty = 'SIGN_OFF' and h.until is null;

-- Each open term with a day of its own. The milestone is null where it is the project's; light and level are those of
-- the deadline sheet, null where a term doesn't climb the ladder. A promised recovery is no task.
create view term_now as
select o.task_id,
       o.tenant_id,
       o.programme_id,
       o.project_id,
       o.milestone_id,
       o.term,
       o.holder,
       o.since::date                          as since,
       o.due,
       coalesce(m.state = 'SUSPENDED', false) as suspended,
       w.light,
       w.level
from own_term o
         left join milestone m on m.id = o.milestone_id
         left join watch w on w.milestone_id = o.milestone_id and w.term = o.term and w.holder = o.holder
where o.until is null
union all
select null, w.tenant_id, w.programme_id, w.project_id, w.milestone_id, w.term, w.holder, w.runs_from, w.due, w.suspended,
       w.light, w.level
from watch w
where w.term = 'RECOVERY'
  and exists (select 1 from holding h where h.milestone_id = w.milestone_id and h.holder = w.holder and h.until is null);

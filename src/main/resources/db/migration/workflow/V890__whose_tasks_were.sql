-- What a task was about, and whose it was, stays known when the task is over, so that whoever comes late is told who has
-- its work now. A task that was done has been taken from nobody; of those that ended before this was kept that isn't
-- known.
alter table task_subject
    add column step  text,
    add column since timestamptz,
    add column until timestamptz,
    add column done  boolean not null default false;
do $$
begin
  if to_regclass('act_ru_task') is null then
    return;
  end if;
  update task_subject s set step = t.task_def_key_, since = t.create_time_ from act_ru_task t where t.id_ = s.task_id;
end $$;
delete from task_subject where step is null;
insert into task_subject (task_id, tenant_id, project_id, milestone_id, group_id, step, since, until)
select h.task_id, h.tenant_id, m.project_id, m.id, 'department-' || h.holder,
       case h.duty when 'REPORT' then 'Activity_FileProgressReport'
                   when 'CONSOLIDATE' then 'Activity_ConsolidateReport'
                   when 'SIGN_OFF' then 'Activity_SignOff'
                   else 'Activity_ResolveObjection' end,
       h.since, h.until
from holding h join milestone m on m.id = h.milestone_id
where h.until is not null and h.duty in ('REPORT', 'CONSOLIDATE', 'SIGN_OFF', 'RESOLVE_OBJECTION')
on conflict (task_id) do nothing;
alter table task_subject alter column step set not null, alter column since set not null;
create index task_subject_open on task_subject (project_id) where until is null;
create index task_subject_of_escalation on task_subject (escalation_id) where until is null;

-- Tasks that were open before their subjects were kept. What they're about is told by the business key and the
-- candidate group, which nobody could write but the program; process variables could be written with a completion.
do $$
begin
  if to_regclass('act_ru_task') is null then
    return;
  end if;
  insert into task_subject (task_id, tenant_id, project_id, milestone_id, group_id, escalation_id, extension_request_id)
  select t.id_, p.tenant_id, p.id, m.id, l.group_id_, e.id, x.id
  from act_ru_task t
    join act_ru_execution i on i.id_ = t.proc_inst_id_
    join act_re_procdef d on d.id_ = t.proc_def_id_
    join act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ is not null
    join project p on i.business_key_ = p.programme_id || '/' || p.registered_as
      or i.business_key_ like p.programme_id || '/' || p.registered_as || '/%'
    left join milestone m on m.project_id = p.id
      and i.business_key_ = p.programme_id || '/' || p.registered_as || '/' || m.kind || '/' || m.original_due
    left join act_ru_variable v on v.proc_inst_id_ = i.id_ and v.execution_id_ = i.id_ and v.name_ = 'escalationId'
    left join escalation e on e.id = v.long_ and e.milestone_id = m.id and d.key_ = 'escalation'
    left join extension_request x on x.milestone_id = m.id and d.key_ = 'extension'
      and x.state in ('PENDING_ENDORSEMENT', 'PENDING_DECISION')
  where d.key_ in ('project', 'milestone', 'extension', 'escalation')
  on conflict (task_id) do nothing;
end $$;

package org.duban.story;

import java.util.List;

/** Instances and tasks of the engine are those that the tables say, halted where suspended. */
final class TheEngineRunsWhatIsOwed implements Witness {

  private static final String INSTANCES =
      """
      with instance as (
          select e.id_ as id, e.business_key_ as key, split_part(e.proc_def_id_, ':', 1) as process,
                 e.suspension_state_ = 2 as halted
          from act_ru_execution e where e.id_ = e.proc_inst_id_
            and split_part(e.proc_def_id_, ':', 1) in ('project', 'milestone', 'escalation', 'extension')),
      obligation as (
          select m.*, p.programme_id || '/' || p.registered_as || '/' || m.kind || '/' || m.original_due as key,
                 m.state in ('REPORTING', 'SIGN_OFF', 'REVIEW', 'SUSPENDED') as owed, m.state = 'SUSPENDED' as halted
          from milestone m join project p on p.id = m.project_id where m.due is not null),
      task as (
          select t.id_ as id, t.task_def_key_ as kind, i.key, i.id as instance,
                 regexp_replace(l.group_id_, '^(department|head)-', '') as holder, t.suspension_state_ = 2 as halted
          from act_ru_task t join instance i on i.id = t.proc_inst_id_
              left join act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate'),
      outstanding as (
          select p.*, p.programme_id || '/' || p.registered_as as key,
                 exists (select 1 from milestone m where m.project_id = p.id
                         and m.state in ('REPORTING', 'SIGN_OFF', 'REVIEW', 'SUSPENDED')) as owes
          from project p)
      """;

  private static final List<String> NEVER =
      List.of(
          """
          select 'owed without the one instance: ' || count(i.id) || ' ' || o.id from obligation o
          left join instance i on i.process = 'milestone' and i.key = o.key
          where o.owed group by o.id having count(i.id) <> 1
          """,
          """
          select 'an instance for what nobody owes: ' || i.key from instance i
          where i.process = 'milestone' and not exists (select 1 from obligation o where o.key = i.key and o.owed)
          """,
          """
          select 'halted and not suspended, or the other way round: ' || i.process || ' ' || o.state || ' ' || o.id
          from instance i join obligation o on o.key = i.key
          where i.process in ('milestone', 'escalation') and i.halted <> o.halted
          """,
          """
          select 'a task halted and not suspended, or the other way round: ' || t.kind || ' ' || o.state || ' ' || o.id
          from task t join obligation o on o.key = t.key
          where t.kind not in ('Activity_EndorseExtension', 'Activity_DecideExtension') and t.halted <> o.halted
          """,
          """
          select 'sent out without the one instance: ' || count(i.id) || ' ' || p.id from outstanding p
          left join instance i on i.process = 'project' and i.key = p.key
          where p.state = 'DISPATCHED' group by p.id having count(i.id) <> 1
          """,
          """
          select 'an instance of what is not out: ' || i.key from instance i
          where i.process = 'project' and not exists (
              select 1 from outstanding p where p.key = i.key and p.state = 'DISPATCHED')
          """,
          """
          select 'leads, has not acknowledged and is not asked to: ' || a.department_code || ' ' || p.id
          from outstanding p join assignment a on a.project_id = p.id and a.role = 'LEAD'
          where p.state = 'DISPATCHED' and a.acknowledged_at is null and not exists (
              select 1 from task t where t.key = p.key and t.holder = a.department_code
                and t.kind in ('Activity_AcknowledgeAssignment', 'Activity_AcknowledgeNewAssignment'))
          """,
          """
          select 'asked to acknowledge what it does not lead, or has acknowledged: ' || t.holder || ' ' || t.key
          from task t where t.kind in ('Activity_AcknowledgeAssignment', 'Activity_AcknowledgeNewAssignment')
            and not exists (select 1 from outstanding p join assignment a on a.project_id = p.id and a.role = 'LEAD'
                            where p.key = t.key and a.department_code = t.holder and a.acknowledged_at is null)
          """,
          """
          select 'nothing is owed any more, but the office is not asked to close: ' || p.id from outstanding p
          where p.state = 'DISPATCHED' and not p.owes
            and not exists (select 1 from assignment a where a.project_id = p.id and a.role = 'LEAD'
                            and a.acknowledged_at is null)
            and not exists (select 1 from task t where t.key = p.key and t.kind = 'Activity_CloseProject')
          """,
          """
          select 'the office is asked to close what is still owed: ' || p.id
          from outstanding p join task t on t.key = p.key and t.kind = 'Activity_CloseProject' where p.owes
          """,
          """
          select 'a rhythm without the one task to end it: ' || count(t.id) || ' ' || m.id
          from milestone m join outstanding p on p.id = m.project_id
              left join task t on t.key = p.key and t.kind = 'Activity_EndRhythm'
          where m.due is null and m.state in ('REPORTING', 'SUSPENDED') group by m.id having count(t.id) <> 1
          """,
          """
          select 'a task to end a rhythm that does not run: ' || t.key from task t
          where t.kind = 'Activity_EndRhythm' and not exists (
              select 1 from milestone m join outstanding p on p.id = m.project_id
              where p.key = t.key and m.due is null and m.state in ('REPORTING', 'SUSPENDED'))
          """,
          """
          select 'a request without the one task to answer it: ' || e.state || ' ' || count(t.id) || ' ' || o.id
          from extension_request e join obligation o on o.id = e.milestone_id
              left join task t on t.key = o.key and t.kind = case e.state when 'PENDING_ENDORSEMENT'
                  then 'Activity_EndorseExtension' else 'Activity_DecideExtension' end
          where e.state like 'PENDING%' group by e.id, o.id having count(t.id) <> 1
          """,
          """
          select 'a task to answer what nobody asks any more: ' || t.kind || ' ' || t.key from task t
          where t.kind in ('Activity_EndorseExtension', 'Activity_DecideExtension') and not exists (
              select 1 from extension_request e join obligation o on o.id = e.milestone_id
              where o.key = t.key and e.state like 'PENDING%')
          """,
          """
          select 'people are asked about an escalation that was lifted: ' || t.kind || ' ' || t.key from task t
              join act_ru_variable v on v.proc_inst_id_ = t.instance and v.name_ = 'escalationId'
              join escalation e on e.id = v.long_
          where t.kind in ('Activity_ExplainDelay', 'Activity_GiveInstruction') and e.state <> 'OPEN'
          """,
          """
          select 'is to explain what it has no part in: ' || t.holder || ' ' || t.key from task t
          where t.kind = 'Activity_ExplainDelay' and t.holder <> 'supervising-office' and not exists (
              select 1 from obligation o join assignment a on a.project_id = o.project_id
              where o.key = t.key and a.department_code = t.holder)
          """,
          """
          select 'raised and open, but the leader is not asked: ' || e.id || ' ' || e.milestone_id
          from escalation e join obligation o on o.id = e.milestone_id
          where e.state = 'OPEN' and e.raised_at is not null and o.owed
            and not exists (select 1 from instruction i where i.escalation_id = e.id)
            and not exists (select 1 from task t join act_ru_variable v on v.proc_inst_id_ = t.instance
                            and v.name_ = 'escalationId' and v.long_ = e.id where t.kind = 'Activity_GiveInstruction')
          """,
          """
          select 'raised and open, but nobody explains or is asked to: ' || e.id || ' ' || e.milestone_id
          from escalation e join obligation o on o.id = e.milestone_id
          where e.state = 'OPEN' and e.raised_at is not null and o.owed and e.responsible <> array['leader']
            and not exists (select 1 from explanation x where x.escalation_id = e.id)
            and not exists (select 1 from task t join act_ru_variable v on v.proc_inst_id_ = t.instance
                            and v.name_ = 'escalationId' and v.long_ = e.id where t.kind = 'Activity_ExplainDelay')
          """,
          """
          select 'the same task twice: ' || t.kind || ' ' || t.holder || ' ' || t.key from task t
          where t.kind not in ('Activity_ResolveObjection', 'Activity_ExplainDelay', 'Activity_GiveInstruction')
          group by t.kind, t.holder, t.key having count(*) > 1
          """);

  @Override
  public List<String> against(Scene scene) {
    return scene.ask(INSTANCES + String.join("union all\n", NEVER));
  }
}

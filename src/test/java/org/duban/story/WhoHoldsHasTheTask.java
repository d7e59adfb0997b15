package org.duban.story;

import java.util.List;

/**
 * Whoever has a milestone in hand is offered the task for it, and nobody else is; all who must act
 * have it in hand: leads that haven't reported in this round, supporting departments that haven't
 * signed, the first lead, the office, the leader.
 */
final class WhoHoldsHasTheTask implements Witness {

  private static final List<String> NEVER =
      List.of(
          """
          select 'in hand of somebody without a task offered to them: ' || h.holder || ' ' || h.duty || ' ' || h.milestone_id
          from holding h where h.until is null and not exists (
              select 1 from act_ru_task t join act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate'
                  join act_ru_execution e on e.id_ = t.proc_inst_id_
                  join milestone m on m.id = h.milestone_id join project p on p.id = m.project_id
              where t.id_ = h.task_id and l.group_id_ in (h.holder, 'department-' || h.holder)
                and e.business_key_ = p.programme_id || '/' || p.registered_as || '/' || m.kind || '/' || m.original_due)
          """,
          """
          select 'a task without anybody having it in hand: ' || t.name_
          from act_ru_task t where t.task_def_key_ in ('Activity_FileProgressReport', 'Activity_ConsolidateReport',
              'Activity_SignOff', 'Activity_ResolveObjection', 'Activity_ReviewReport', 'Activity_EndorseExtension',
              'Activity_DecideExtension')
            and not exists (select 1 from holding h where h.task_id = t.id_ and h.until is null)
          """,
          """
          select 'nobody has in hand what is owed: ' || coalesce(s.state_before, m.state) || ' ' || m.id
          from milestone m left join suspension s on s.milestone_id = m.id and s.until is null
          where m.due is not null and m.state in ('REPORTING', 'SIGN_OFF', 'REVIEW', 'SUSPENDED') and not exists (
              select 1 from holding h where h.milestone_id = m.id and h.until is null
                and h.duty = any(case coalesce(s.state_before, m.state)
                                 when 'REPORTING' then array['REPORT', 'CONSOLIDATE']
                                 when 'SIGN_OFF' then array['SIGN_OFF', 'RESOLVE_OBJECTION']
                                 else array['REVIEW'] end))
          """,
          """
          select 'still in hand of somebody though it is over: ' || h.holder || ' ' || h.duty || ' ' || m.state || ' ' || m.id
          from holding h join milestone m on m.id = h.milestone_id
          where h.until is null and m.state in ('PLANNED', 'CLOSED', 'WITHDRAWN')
          """,
          """
          select 'in hand of somebody without a part in it: ' || h.holder || ' ' || h.duty || ' ' || h.milestone_id
          from holding h join milestone m on m.id = h.milestone_id
          where h.until is null and h.role in ('LEAD', 'SUPPORT') and not exists (
              select 1 from assignment a where a.project_id = m.project_id and a.department_code = h.holder
                and a.role = h.role and (h.role = 'LEAD' or a.signs_off))
          """,
          """
          select 'twice in the same hands: ' || h.holder || ' ' || h.duty || ' ' || h.milestone_id
          from holding h where h.until is null and h.duty not in ('RESOLVE_OBJECTION')
          group by h.milestone_id, h.holder, h.duty having count(*) > 1
          """,
          """
          select 'leads, has not reported in this round and is not asked: ' || a.department_code || ' ' || m.id
          from milestone m join assignment a on a.project_id = m.project_id and a.role = 'LEAD'
          where exists (select 1 from holding h where h.milestone_id = m.id and h.until is null and h.duty = 'REPORT')
            and not exists (select 1 from holding h where h.milestone_id = m.id and h.until is null and h.duty = 'REPORT'
                            and h.holder = a.department_code)
            and not exists (select 1 from report r where r.milestone_id = m.id and r.round = m.round and r.kind = 'FILED'
                            and r.department_code = a.department_code)
          """,
          """
          select 'is not the first lead, but has its task: ' || h.holder || ' ' || h.duty || ' ' || m.id
          from holding h join milestone m on m.id = h.milestone_id
          where h.until is null and h.duty in ('CONSOLIDATE', 'RESOLVE_OBJECTION')
            and h.holder <> (select a.department_code from assignment a where a.project_id = m.project_id
                             and a.role = 'LEAD' order by a.position, a.department_code limit 1)
          """,
          """
          select 'must sign, has not, and is not asked: ' || a.department_code || ' ' || m.id
          from milestone m join assignment a on a.project_id = m.project_id and a.role = 'SUPPORT' and a.signs_off
              left join suspension s on s.milestone_id = m.id and s.until is null
          where coalesce(s.state_before, m.state) in ('SIGN_OFF', 'REVIEW')
            and not exists (select 1 from holding h where h.milestone_id = m.id and h.until is null
                            and h.duty = 'SIGN_OFF' and h.holder = a.department_code)
            and coalesce((select o.decision from sign_off o where o.milestone_id = m.id
                          and o.department_code = a.department_code order by o.id desc limit 1), '') <> 'AGREE'
            and not exists (select 1 from holding h where h.milestone_id = m.id and h.until is null
                            and h.duty = 'RESOLVE_OBJECTION')
          """);

  @Override
  public List<String> against(Scene scene) {
    return scene.ask(String.join("union all\n", NEVER));
  }
}

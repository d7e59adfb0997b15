package org.duban.story;

import java.util.List;

/**
 * A task is due on the day of its own term, else on that of its milestone, and its name says that
 * day; each open term of one's own is that of a task, offered to whoever owes it.
 */
final class TasksSayTheirDay implements Witness {

  private static final List<String> NEVER =
      List.of(
          """
          select 'a task is due on another day: ' || t.name_ || ' ' || coalesce(t.due_date_::text, 'never') || ' '
                 || coalesce(o.due, m.due)
          from act_ru_task t
              left join own_term o on o.task_id = t.id_ and o.until is null
              left join holding h on h.task_id = t.id_ and h.until is null
              left join milestone m on m.id = h.milestone_id
          where coalesce(o.due, m.due) is not null
            and (t.due_date_ is null or t.due_date_::date <> coalesce(o.due, m.due)
                 or t.name_ ~ '（[0-9-]+）$' and strpos(t.name_, coalesce(o.due, m.due)::text) = 0)
          """,
          """
          select 'a term of a task that is not offered to its holder: ' || o.term || ' ' || o.holder || ' ' || o.project_id
          from own_term o where o.until is null and not exists (
              select 1 from act_ru_task t join act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate'
              where t.id_ = o.task_id and l.group_id_ in (o.holder, 'department-' || o.holder, 'head-' || o.holder))
          """,
          """
          select 'a task without its own term: ' || t.name_ from act_ru_task t
          where t.task_def_key_ in ('Activity_SignOff', 'Activity_ReviewReport', 'Activity_EndorseExtension',
              'Activity_DecideExtension', 'Activity_AcknowledgeAssignment', 'Activity_AcknowledgeNewAssignment',
              'Activity_ExplainDelay', 'Activity_GiveInstruction', 'Activity_CloseProject')
            and not exists (select 1 from own_term o where o.task_id = t.id_ and o.until is null)
          """,
          """
          select 'a sign-off is watched for another day than its own: ' || w.holder || ' ' || w.due || ' ' || o.due
          from watch w join own_term o on o.milestone_id = w.milestone_id and o.term = w.term and o.holder = w.holder
              and o.until is null
          where w.due <> o.due
          """);

  @Override
  public List<String> against(Scene scene) {
    return scene.ask(String.join("union all\n", NEVER));
  }
}

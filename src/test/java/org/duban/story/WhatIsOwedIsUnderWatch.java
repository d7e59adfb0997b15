package org.duban.story;

import java.util.List;

/**
 * What is owed by a day is under watch for whoever owes it, with the day and the state it has, and
 * nothing else is.
 */
final class WhatIsOwedIsUnderWatch implements Witness {

  private static final List<String> NEVER =
      List.of(
          """
          select 'not under watch: ' || m.id from milestone m
          where m.due is not null and m.state in ('REPORTING', 'SIGN_OFF', 'REVIEW', 'SUSPENDED')
            and not exists (select 1 from watch w where w.milestone_id = m.id and w.term = 'MILESTONE')
          """,
          """
          select 'under watch though it is over: ' || m.state || ' ' || w.term || ' ' || w.holder || ' ' || m.id
          from watch w join milestone m on m.id = w.milestone_id
          where m.state in ('PLANNED', 'CLOSED', 'WITHDRAWN')
          """,
          """
          select 'watched for another day than it is due: ' || w.due || ' ' || m.due || ' ' || m.id
          from watch w join milestone m on m.id = w.milestone_id where w.term = 'MILESTONE' and w.due <> m.due
          """,
          """
          select 'watched as suspended and not suspended, or the other way round: ' || w.term || ' ' || w.holder || ' ' || m.state
                 || ' ' || m.id
          from watch w join milestone m on m.id = w.milestone_id where w.suspended <> (m.state = 'SUSPENDED')
          """,
          """
          select 'a sign-off in hand that nobody watches: ' || h.holder || ' ' || h.milestone_id
          from holding h where h.until is null and h.duty = 'SIGN_OFF' and not exists (
              select 1 from watch w where w.milestone_id = h.milestone_id and w.term = 'SIGN_OFF' and w.holder = h.holder)
          """,
          """
          select 'watched for a sign-off it does not have: ' || w.holder || ' ' || w.milestone_id
          from watch w where w.term = 'SIGN_OFF' and not exists (
              select 1 from holding h where h.milestone_id = w.milestone_id and h.holder = w.holder
                and h.duty = 'SIGN_OFF' and h.until is null)
          """,
          """
          select 'watched for a promise, without a part in it: ' || w.holder || ' ' || w.milestone_id
          from watch w where w.term = 'RECOVERY' and w.holder <> 'supervising-office' and not exists (
              select 1 from assignment a where a.project_id = w.project_id and a.department_code = w.holder)
          """,
          """
          select 'the programme and project it is watched under are not its own: ' || w.milestone_id
          from watch w join milestone m on m.id = w.milestone_id join project p on p.id = m.project_id
          where w.project_id <> p.id or w.programme_id <> p.programme_id or w.kind <> m.kind
          """,
          """
          select 'overdue and not red after the sheet of the day: ' || w.due || ' ' || w.light || ' ' || m.id
          from watch w join milestone m on m.id = w.milestone_id
              cross join (select max(tick) as tick from sheet_tick) last
          where w.term = 'MILESTONE' and not w.suspended and greatest(w.due, w.runs_from) < last.tick::date
            and w.light <> 'RED'
          """,
          """
          select 'an open escalation of what is over: ' || e.id || ' ' || m.state || ' ' || m.id
          from escalation e join milestone m on m.id = e.milestone_id
          where e.state = 'OPEN' and m.state in ('CLOSED', 'WITHDRAWN')
          """);

  @Override
  public List<String> against(Scene scene) {
    return scene.ask(String.join("union all\n", NEVER));
  }
}

-- A sign-off keeps its level until it is given. Those whose milestone's day had passed had lost it.
update watch w
set level = e.level
from (select milestone_id, holder, max(level) as level
      from escalation
      where state = 'OPEN' and term = 'SIGN_OFF'
      group by milestone_id, holder) e
where w.term = 'SIGN_OFF' and w.milestone_id = e.milestone_id and w.holder = e.holder and w.level < e.level;

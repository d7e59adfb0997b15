-- A message that wasn't sent yet when the department it was for left the item is not sent any more.
alter table notification drop constraint notification_state_check;
alter table notification add constraint notification_state_check
    check (state in ('QUEUED', 'SENT', 'DEAD', 'WITHDRAWN'));

-- Besides the date of a milestone, what a department of its own owes by a day is watched: its sign-off, and the
-- recovery its head promised.
alter table watch add column term text not null default 'MILESTONE' check (term in ('MILESTONE', 'SIGN_OFF', 'RECOVERY'));
alter table watch add column holder text not null default '';
alter table watch add column suspended boolean not null default false;
alter table watch drop constraint watch_pkey;
alter table watch add primary key (milestone_id, term, holder);
create index watch_sign_off on watch (due) where term = 'SIGN_OFF';

alter table escalation add column term text not null default 'MILESTONE';
alter table escalation add column holder text not null default '';
-- What is reopened after its due day climbs the ladder anew from that day, for the same due day.
alter table escalation add column counted_from date;
update escalation set counted_from = due;
alter table escalation alter column counted_from set not null;
alter table escalation drop constraint escalation_milestone_id_due_level_key;
alter table escalation add unique (milestone_id, term, holder, due, counted_from, level);

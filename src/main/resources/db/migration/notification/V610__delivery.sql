-- What a message says, apart from its sentence, and how far it is on its way. A row of a digest is bundled: it goes
-- with the row of kind DIGEST that digest_id names. A row for a group carries the people of the group it is meant for.
alter table notification alter column project_id drop not null;
alter table notification
    add column title           text,
    add column due             date,
    add column working_days    integer,
    add column people          text[],
    add column bundled         boolean not null default false,
    add column digest_id       bigint references notification (id),
    add column next_attempt_at timestamptz,
    add column last_attempt_at timestamptz,
    add column claimed_until   timestamptz,
    add column last_error      text;
update notification set next_attempt_at = created_at;
alter table notification alter column next_attempt_at set not null;
drop index notification_queued;
create index notification_waiting on notification (channel, next_attempt_at, id) where state = 'QUEUED' and not bundled;
create index notification_undigested on notification (next_attempt_at)
    where state = 'QUEUED' and bundled and digest_id is null;
create index notification_of_digest on notification (digest_id) where digest_id is not null;
create index notification_dead on notification (id) where state = 'DEAD';
create index notification_pace on notification (recipient, last_attempt_at) where people is not null;

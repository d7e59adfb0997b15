-- The outbox: written in the transaction of what it tells of, sent by another. The occasion says what is told, so
-- the same thing is told to the same person through the same channel once.
create table notification (
    id           bigint generated always as identity primary key,
    tenant_id    text        not null,
    project_id   text        not null,
    milestone_id text,
    occasion     text        not null,
    kind         text        not null,
    recipient    text        not null,
    channel      text        not null,
    message      text        not null,
    state        text        not null default 'QUEUED' check (state in ('QUEUED', 'SENT', 'DEAD')),
    attempts     integer     not null default 0,
    created_at   timestamptz not null,
    sent_at      timestamptz,
    unique (occasion, recipient, channel)
);
create index notification_queued on notification (id) where state = 'QUEUED';
create index notification_of_milestone on notification (milestone_id);

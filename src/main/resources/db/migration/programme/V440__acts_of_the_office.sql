-- While a milestone is suspended nobody owes anything for it and its deadline doesn't run.
create table suspension (
    id           bigint      generated always as identity primary key,
    tenant_id    text        not null,
    milestone_id text        not null references milestone,
    state_before text        not null check (state_before in ('REPORTING', 'SIGN_OFF', 'REVIEW')),
    with_rhythm  boolean     not null,
    since        timestamptz not null,
    until        timestamptz,
    reason       text        not null,
    suspended_by text        not null
);
create index suspension_of_milestone on suspension (milestone_id, id);
create unique index suspension_running on suspension (milestone_id) where until is null;

-- When the office was told that the department ended and nobody takes over; null: it wasn't.
alter table assignment add column orphaned_at timestamptz;

-- The day that the list in force has. The due day is later when the office gave more time since.
alter table milestone add column listed_due date;
update milestone set listed_due = due;

-- What the daily sheet reads: one row for every dated obligation that is still owed.
create table watch (
    milestone_id text    primary key,
    tenant_id    text    not null,
    programme_id text    not null,
    project_id   text    not null,
    kind         text    not null,
    due          date    not null,
    runs_from    date    not null,
    rung         text    not null default 'NONE',
    light        text    not null default 'GREEN' check (light in ('GREEN', 'YELLOW', 'RED')),
    level        integer not null default 0,
    next_rung_at timestamptz
);
create index watch_next_rung on watch (next_rung_at, milestone_id) where next_rung_at is not null;

-- raised_at says when the people who must act were given their tasks; null with action_required: not yet.
create table escalation (
    id              bigint generated always as identity primary key,
    tenant_id       text        not null,
    programme_id    text        not null,
    project_id      text        not null,
    milestone_id    text        not null,
    due             date        not null,
    level           integer     not null,
    responsible     text[]      not null,
    recipients      text[]      not null,
    reason          text        not null,
    state           text        not null default 'OPEN' check (state in ('OPEN', 'LIFTED')),
    at              timestamptz not null,
    lifted_at       timestamptz,
    action_required boolean     not null,
    raised_at       timestamptz,
    unique (milestone_id, due, level)
);
create index escalation_of_programme on escalation (programme_id, level);
create index escalation_to_raise on escalation (id) where action_required and raised_at is null;

create table explanation (
    id              bigint generated always as identity primary key,
    tenant_id       text        not null,
    escalation_id   bigint      not null references escalation,
    department_code text        not null,
    explanation     text        not null,
    recovery_date   date        not null,
    explained_by    text        not null,
    explained_at    timestamptz not null
);
create index explanation_of_escalation on explanation (escalation_id);

create table instruction (
    id            bigint generated always as identity primary key,
    tenant_id     text        not null,
    escalation_id bigint      not null references escalation,
    instruction   text        not null,
    instructed_by text        not null,
    instructed_at timestamptz not null
);
create index instruction_of_escalation on instruction (escalation_id);

-- Each tick of the sheet that has run; the next run goes on after the last.
create table sheet_tick (
    tick   timestamptz primary key,
    ran_at timestamptz not null
);

-- The deadline policy by which the next rungs were reckoned; another one in force reckons them anew.
create table reckoned_policy (
    only_one boolean primary key default true check (only_one),
    version  text    not null
);

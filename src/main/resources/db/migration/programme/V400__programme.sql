create table programme (
    id            text        primary key,
    tenant_id     text        not null,
    title         text        not null,
    year          integer     not null,
    digest        text        not null,
    state         text        not null check (state in ('REGISTERED', 'DISPATCHING', 'DISPATCHED', 'CLOSED')),
    registered_at timestamptz not null,
    registered_by text        not null,
    dispatched_at timestamptz,
    dispatched_by text,
    unique (tenant_id, digest)
);

create table project (
    id              text    primary key,
    tenant_id       text    not null,
    programme_id    text    not null references programme,
    ordinal         integer not null,
    number          text    not null,
    title           text    not null,
    body            text    not null,
    line            integer not null,
    deadline_phrase text    not null,
    state           text    not null check (state in ('REGISTERED', 'DISPATCHED', 'CLOSED', 'WITHDRAWN')),
    dispatched_at   timestamptz,
    closed_at       timestamptz,
    unique (programme_id, ordinal)
);

create table commitment (
    project_id text    not null references project,
    tenant_id  text    not null,
    number     integer not null,
    metric     text    not null,
    operator   text    not null check (operator in ('EQ', 'GE', 'LE', 'APPROX')),
    target     numeric not null,
    unit       text    not null,
    text       text    not null,
    primary key (project_id, number)
);

-- A collective unit is expanded here: one row for each department that stands behind the printed name.
create table assignment (
    project_id      text    not null references project,
    tenant_id       text    not null,
    department_code text    not null,
    role            text    not null check (role in ('LEAD', 'SUPPORT')),
    position        integer not null,
    printed_name    text    not null,
    signs_off       boolean not null,
    reason          text    not null default '',
    acknowledged_at timestamptz,
    acknowledged_by text,
    reminded_at     timestamptz,
    primary key (project_id, department_code, role)
);
create index assignment_of_department on assignment (department_code, project_id);
create index assignment_unacknowledged on assignment (project_id)
    where role = 'LEAD' and acknowledged_at is null and reminded_at is null;

-- An ONGOING milestone without a date is the rhythm itself; each of its reporting periods is a row of its own
-- that names it in rhythm_id.
create table milestone (
    id               text    primary key,
    tenant_id        text    not null,
    project_id       text    not null references project,
    kind             text    not null check (kind in ('STAGE', 'COMPLETION', 'ONGOING')),
    due              date,
    original_due     date,
    phrase           text    not null,
    state            text    not null check (state in
        ('PLANNED', 'REPORTING', 'SIGN_OFF', 'REVIEW', 'CLOSED', 'SUSPENDED', 'WITHDRAWN')),
    round            integer not null default 1,
    closed_at        timestamptz,
    rhythm_id        text references milestone,
    next_period_opens date,
    next_period_due  date
);
create index milestone_of_project on milestone (project_id);
create index milestone_due on milestone (due);
create index rhythm_next_period on milestone (next_period_opens) where next_period_opens is not null;

create table report (
    id              bigint generated always as identity primary key,
    tenant_id       text        not null,
    milestone_id    text        not null references milestone,
    round           integer     not null,
    kind            text        not null check (kind in ('FILED', 'CONSOLIDATED', 'RESOLUTION')),
    department_code text        not null,
    narrative       text        not null,
    percent         integer check (percent between 0 and 100),
    actuals         jsonb,
    filed_by        text        not null,
    filed_at        timestamptz not null
);
create index report_of_milestone on report (milestone_id, id);

create table sign_off (
    id              bigint generated always as identity primary key,
    tenant_id       text        not null,
    milestone_id    text        not null references milestone,
    round           integer     not null,
    department_code text        not null,
    decision        text        not null check (decision in ('AGREE', 'OBJECT')),
    opinion         text        not null,
    signed_by       text        not null,
    signed_at       timestamptz not null
);
create index sign_off_of_milestone on sign_off (milestone_id, id);

create table review (
    id           bigint generated always as identity primary key,
    tenant_id    text        not null,
    milestone_id text        not null references milestone,
    round        integer     not null,
    decision     text        not null check (decision in ('ACCEPT', 'RETURN')),
    opinion      text        not null,
    reviewed_by  text        not null,
    reviewed_at  timestamptz not null
);
create index review_of_milestone on review (milestone_id, id);

-- Who holds a milestone up, and since when: one row for every task given out, ended when the task ends.
create table holding (
    id           bigint generated always as identity primary key,
    tenant_id    text        not null,
    milestone_id text        not null references milestone,
    holder       text        not null,
    role         text        not null check (role in ('LEAD', 'SUPPORT', 'OFFICE', 'LEADER')),
    task_id      text        not null unique,
    since        timestamptz not null,
    until        timestamptz
);
create index holding_open on holding (milestone_id) where until is null;

-- Files that show what a report says. Nothing is ever deleted: another version takes the place of the one before it.
create table evidence (
    id              uuid        primary key,
    number          bigint      generated always as identity unique,
    tenant_id       text        not null,
    milestone_id    text        not null references milestone,
    department_code text        not null,
    name            text        not null,
    media_type      text        not null,
    size            bigint      not null,
    sha256          text        not null,
    replaces        uuid        unique references evidence,
    uploaded_by     text        not null,
    uploaded_at     timestamptz not null
);
create index evidence_of_milestone on evidence (milestone_id, number);

-- The bytes, in pieces, so that a file passes through without ever being in memory as a whole.
create table evidence_piece (
    evidence_id uuid    not null references evidence,
    number      integer not null,
    content     bytea   not null,
    primary key (evidence_id, number)
);

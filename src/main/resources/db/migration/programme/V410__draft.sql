-- A list between reading and registration: the text, what was read in it, what a person made of that.
create table draft (
    id            text        primary key,
    tenant_id     text        not null,
    state         text        not null check (state in ('DRAFTING', 'SUBMITTED', 'RETURNED', 'REGISTERED')),
    version       integer     not null,
    title         text        not null,
    reading       text        not null,
    sheet         text        not null,
    seen          text        not null,
    drafted_by    text        not null,
    drafted_at    timestamptz not null,
    changed_at    timestamptz not null,
    submitted_by  text,
    submitted_at  timestamptz,
    returned_by   text,
    return_reason text        not null default '',
    programme_id  text references programme
);
create index draft_changed on draft (tenant_id, changed_at);

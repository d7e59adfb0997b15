-- One for each month. What was released is kept as it went out, byte for byte.
create table bulletin (
    id          bigint      generated always as identity primary key,
    tenant_id   text        not null,
    month       text        not null check (month ~ '^\d{4}-\d{2}$'),
    state       text        not null check (state in ('DRAFT', 'RELEASED')),
    foreword    text        not null default '',
    drafted_by  text        not null,
    drafted_at  timestamptz not null,
    released_by text,
    released_at timestamptz,
    document    bytea,
    unique (tenant_id, month),
    check ((state = 'RELEASED') = (document is not null and released_by is not null and released_at is not null))
);

-- The programmes whose progress anyone may read. Who opened and ended it before, the trail tells.
create table publication (
    programme_id text        primary key references programme,
    tenant_id    text        not null,
    opened_at    timestamptz not null,
    opened_by    text        not null
);

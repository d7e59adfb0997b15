-- The ordinal under which a project was registered names it for ever: in its id, and in the engine's business keys. A
-- revised list may print another ordinal, and give a withdrawn project's to a new one.
alter table project add column registered_as integer;
update project set registered_as = ordinal;
alter table project alter column registered_as set not null;
alter table project add unique (programme_id, registered_as);
alter table project drop constraint project_programme_id_ordinal_key;
alter table project add constraint project_ordinal exclude using btree (programme_id with =, ordinal with =)
    where (state <> 'WITHDRAWN') deferrable initially deferred;

-- Null: since its project was sent out.
alter table assignment add column assigned_at timestamptz;

-- Each revision with what it changed and all that was before.
create table revision (
    id           bigint      generated always as identity primary key,
    tenant_id    text        not null,
    programme_id text        not null references programme,
    digest       text        not null,
    reason       text        not null,
    difference   jsonb       not null,
    before       jsonb       not null,
    revised_at   timestamptz not null,
    revised_by   text        not null
);
create index revision_of_programme on revision (programme_id, id);

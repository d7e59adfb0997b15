create table trail (
    id           bigint generated always as identity primary key,
    tenant_id    text        not null,
    programme_id text        not null,
    project_id   text,
    milestone_id text,
    what         text        not null,
    who          text        not null,
    on_behalf_of text,
    at           timestamptz not null,
    detail       text        not null default ''
);
create index trail_of_milestone on trail (milestone_id, id);
create index trail_of_project on trail (project_id, id);
create index trail_of_programme on trail (programme_id, id) where project_id is null;

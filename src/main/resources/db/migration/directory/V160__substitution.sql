-- Who stands in for whom; both days are included. Rows are never deleted: ended_at ends one before its last day.
create table substitution (
  id         bigint      generated always as identity primary key,
  tenant_id  text        not null,
  absent     text        not null,
  substitute text        not null check (substitute <> absent),
  first_day  date        not null,
  last_day   date        not null check (last_day >= first_day),
  entered_by text        not null,
  entered_at timestamptz not null,
  begun_at   timestamptz,
  ended_by   text,
  ended_at   timestamptz
);
create index substitution_by_substitute on substitution (substitute, last_day);
create index substitution_open on substitution (last_day) where ended_at is null;

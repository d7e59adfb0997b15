-- The groups that a substitute has in the engine only while standing in for somebody. What isn't here is never
-- taken away.
create table lent_group (
  substitute text not null,
  group_id   text not null,
  primary key (substitute, group_id)
);

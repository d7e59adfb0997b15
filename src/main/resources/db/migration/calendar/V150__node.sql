-- The programs that run on this database. Times are the database's own, so that no node's clock is asked.
create table node (
  id         text        primary key,
  zone       text        not null,
  started_at timestamptz not null default clock_timestamp(),
  seen_at    timestamptz not null default clock_timestamp(),
  skew_ms    bigint
);
comment on column node.skew_ms is 'how far the node''s clock is ahead of the database''s; null where time is simulated';

-- Where the simulated clock stands; one row, and none where the system's clock is used.
create table simulated_clock (
  only_row boolean primary key default true check (only_row),
  stands_at timestamptz not null
);

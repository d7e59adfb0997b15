-- Every refused, throttled and successful sign-in. A program that signs in with each request leaves one success a
-- quarter of an hour.
create table sign_in (
  id      bigint generated always as identity primary key,
  user_id varchar(100) not null,
  address varchar(64)  not null,
  outcome varchar(10)  not null check (outcome in ('SUCCEEDED', 'REFUSED', 'THROTTLED')),
  at      timestamptz  not null
);

create index sign_in_by_pair on sign_in (user_id, address, at);
create index sign_in_by_address on sign_in (address, at) where outcome = 'REFUSED';

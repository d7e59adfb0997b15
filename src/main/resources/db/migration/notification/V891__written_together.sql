-- What is written for people in several transactions and goes to each in one letter: from when on, until it's all there.
create table writing (
    what  text        primary key,
    since timestamptz not null
);
-- At what time a message was written; all that was written together has the time at which that began.
alter table notification add column written_at timestamptz;
update notification set written_at = created_at;
alter table notification alter column written_at set not null;

-- Null: the rhythm is the installation's.
alter table milestone add column rhythm_every text check (rhythm_every in ('MONTH', 'QUARTER'));
alter table milestone add column rhythm_day integer check (rhythm_day between 1 and 28);
alter table milestone add constraint milestone_rhythm check ((rhythm_every is null) = (rhythm_day is null));

-- The absent person in whose place the one in "who" acted.
alter table trail add column acting_for text;

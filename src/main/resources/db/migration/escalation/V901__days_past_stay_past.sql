-- The same for what has a day of its own.
alter table own_term
    add column past datemultirange not null default '{}';

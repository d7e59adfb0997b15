-- What was past its day when it was suspended stays past: the day moves on with the suspension, and what lay between the
-- day and the suspension would be in time by the new one. Written when it runs again; a revised list that dates the
-- milestone anew says anew what is late.
alter table milestone
    add column past datemultirange not null default '{}';

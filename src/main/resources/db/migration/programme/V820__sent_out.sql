-- A list or a project is sent out from its dispatch on, whatever becomes of it later. Before that only the supervising
-- office knows of it, and it counts nowhere. Whoever shows or counts projects asks here.
create function sent_out(p programme) returns boolean
    language sql immutable
as
$$
select p.dispatched_at is not null
$$;

create function sent_out(p project) returns boolean
    language sql immutable
as
$$
select p.dispatched_at is not null
$$;

-- Whether it was so at that moment of the past.
create function sent_out(p project, before timestamptz) returns boolean
    language sql immutable
as
$$
select coalesce(p.dispatched_at < before, false)
$$;

-- A critical result: who called, what was said and read back; or that it stood in a report. Opened once, never changed.
create table critical (
    id blob primary key check (length(id) = 16),
    visit blob not null references visit (id),
    -- The version of results in which it stood; null when it was telephoned.
    result blob references result (id),
    body text not null,
    -- When the clinic came to know; `noted_at` is when it was written down.
    received_at integer not null,
    noted_at integer not null,
    staff blob not null references staff (id)
) strict, without rowid;
create index critical_visit on critical (visit);
create trigger critical_update before update on critical
begin
    select raise(abort, 'a critical result is never changed');
end;
create trigger critical_delete before delete on critical
begin
    select raise(abort, 'a critical result is never deleted');
end;

-- What was done about it, as JSON, in order: the urologist was told, the patient was reached. `ends` marks the step after
-- which nothing is open.
create table critical_step (
    critical blob not null references critical (id),
    place integer not null check (place > 0),
    body text not null,
    ends integer not null check (ends in (0, 1)),
    -- When it was done; `noted_at` is when it was written down.
    at integer not null,
    noted_at integer not null,
    staff blob not null references staff (id),
    primary key (critical, place)
) strict, without rowid;
create trigger critical_step_insert before insert on critical_step
when new.place is not (select coalesce(max(place), 0) + 1 from critical_step where critical = new.critical)
begin
    select raise(abort, 'a step comes after the last one');
end;
create trigger critical_step_update before update on critical_step
begin
    select raise(abort, 'a step is never changed');
end;
create trigger critical_step_delete before delete on critical_step
begin
    select raise(abort, 'a step is never deleted');
end;

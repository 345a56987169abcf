-- What the clinic's own laboratory says of a kind of specimen, where that differs from what is shipped: a version for each
-- change, and the day from which it counts. A specimen keeps the version it was stamped under.
create table laboratory_value (
    role text not null,
    version integer not null check (version > 0),
    body text not null,
    -- The day in the clinic's calendar from which it counts.
    effective_on text not null,
    at integer not null,
    staff blob not null references staff (id),
    primary key (role, version)
) strict, without rowid;
create trigger laboratory_value_update before update on laboratory_value
begin
    select raise(abort, 'a value of the laboratory is never changed');
end;
create trigger laboratory_value_delete before delete on laboratory_value
begin
    select raise(abort, 'a value of the laboratory is never deleted');
end;

-- The urologist has read this version of the results and says what follows. Once for each version: a later version waits
-- for its own word.
create table result_acknowledgement (
    result blob primary key references result (id),
    action text not null,
    plan text,
    at integer not null,
    staff blob not null references staff (id)
) strict, without rowid;
create trigger result_acknowledgement_update before update on result_acknowledgement
begin
    select raise(abort, 'an acknowledgement is never changed');
end;
create trigger result_acknowledgement_delete before delete on result_acknowledgement
begin
    select raise(abort, 'an acknowledgement is never deleted');
end;

-- Each attempt to tell the patient this version, as JSON, in order. The one that ends it says so in a column, for the
-- list of what is open.
create table result_telling (
    result blob not null references result (id),
    place integer not null check (place > 0),
    body text not null,
    ends integer not null check (ends in (0, 1)),
    at integer not null,
    staff blob not null references staff (id),
    primary key (result, place)
) strict, without rowid;
create trigger result_telling_insert before insert on result_telling
when new.place is not (select coalesce(max(place), 0) + 1 from result_telling where result = new.result)
    or not exists (select 1 from result_acknowledgement where result = new.result)
begin
    select raise(abort, 'an attempt to tell comes after the urologist, and after the last one');
end;
create trigger result_telling_update before update on result_telling
begin
    select raise(abort, 'an attempt to tell is never changed');
end;
create trigger result_telling_delete before delete on result_telling
begin
    select raise(abort, 'an attempt to tell is never deleted');
end;

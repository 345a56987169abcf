-- Which aftercare sheet a patient was given, whole as it was printed, in which language and version, when and by whom.
create table aftercare_sheet (
    visit blob not null references visit (id),
    -- Its place among the sheets of this visit: another language may follow.
    place integer not null,
    language text not null,
    version text not null,
    act text not null,
    body text not null,
    sha256 blob not null check (length(sha256) = 32),
    -- Its name in the folder for papers.
    file text not null,
    at integer not null,
    staff blob not null references staff (id),
    primary key (visit, place)
) strict, without rowid;
create trigger aftercare_sheet_insert before insert on aftercare_sheet
when new.place is not (select coalesce(max(place), 0) + 1 from aftercare_sheet where visit = new.visit)
begin
    select raise(abort, 'a sheet comes after the last one');
end;
create trigger aftercare_sheet_update before update on aftercare_sheet
begin
    select raise(abort, 'a sheet that was given is never changed');
end;
create trigger aftercare_sheet_delete before delete on aftercare_sheet
begin
    select raise(abort, 'a sheet that was given is never deleted');
end;

-- What was seen before the patient left, or that the patient went without it; as JSON, in order.
create table departure (
    visit blob not null references visit (id),
    place integer not null,
    body text not null,
    at integer not null,
    staff blob not null references staff (id),
    primary key (visit, place)
) strict, without rowid;
create trigger departure_insert before insert on departure
when new.place is not (select coalesce(max(place), 0) + 1 from departure where visit = new.visit)
begin
    select raise(abort, 'a check comes after the last one');
end;
create trigger departure_update before update on departure
begin
    select raise(abort, 'a check before leaving is never changed');
end;
create trigger departure_delete before delete on departure
begin
    select raise(abort, 'a check before leaving is never deleted');
end;

-- A call that the clinic owes a patient. It is opened by what was recorded, never by a person who must think of it.
create table follow_up_call (
    visit blob primary key references visit (id),
    patient blob not null references patient (id),
    reason text not null,
    -- From when its hours are counted: the end of the act, or the going.
    since integer not null,
    opened_at integer not null,
    staff blob not null references staff (id)
) strict, without rowid;
create index follow_up_call_since on follow_up_call (since);
create trigger follow_up_call_update before update on follow_up_call
begin
    select raise(abort, 'a call that is owed is never changed');
end;
create trigger follow_up_call_delete before delete on follow_up_call
begin
    select raise(abort, 'a call that is owed is never deleted');
end;

-- Each attempt as JSON. The one that ends the call says so in a column, for the list of what is open.
create table call_attempt (
    visit blob not null references follow_up_call (visit),
    place integer not null,
    body text not null,
    ends integer not null check (ends in (0, 1)),
    at integer not null,
    staff blob not null references staff (id),
    primary key (visit, place)
) strict, without rowid;
create trigger call_attempt_insert before insert on call_attempt
when new.place is not (select coalesce(max(place), 0) + 1 from call_attempt where visit = new.visit)
    or exists (select 1 from call_attempt where visit = new.visit and ends = 1)
begin
    select raise(abort, 'an attempt comes after the last one, and none after the end');
end;
create trigger call_attempt_update before update on call_attempt
begin
    select raise(abort, 'an attempt to call is never changed');
end;
create trigger call_attempt_delete before delete on call_attempt
begin
    select raise(abort, 'an attempt to call is never deleted');
end;

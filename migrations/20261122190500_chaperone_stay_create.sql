-- When the chaperone came and went, and that a visit was rebooked for want of one. It happens after the consent is
-- sealed, so it stands beside the consent and never in it.
create table chaperone_stay (
    visit blob not null references visit (id),
    -- Its place among the entries of this visit.
    place integer not null,
    event text not null,
    at integer not null,
    staff blob not null references staff (id),
    -- For a rebooking: what was offered and answered, as JSON.
    body text,
    primary key (visit, place)
) strict, without rowid;
create trigger chaperone_stay_insert before insert on chaperone_stay
when new.place is not (select coalesce(max(place), 0) + 1 from chaperone_stay where visit = new.visit)
begin
    select raise(abort, 'an entry about the chaperone comes after the last one');
end;
create trigger chaperone_stay_update before update on chaperone_stay
begin
    select raise(abort, 'what was recorded of the chaperone is never changed');
end;
create trigger chaperone_stay_delete before delete on chaperone_stay
begin
    select raise(abort, 'what was recorded of the chaperone is never deleted');
end;

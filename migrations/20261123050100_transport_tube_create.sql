-- The transport tubes of a kit, filled from the cup of one specimen: lot, expiry and volume of each, as JSON.
create table transport_tube (
    specimen blob primary key references specimen (id),
    -- The kit and the version of its content.
    kit text not null,
    content_version text not null,
    body text not null,
    at integer not null,
    staff blob not null references staff (id)
) strict, without rowid;
create trigger transport_tube_update before update on transport_tube
begin
    select raise(abort, 'what was filled is never changed');
end;
create trigger transport_tube_delete before delete on transport_tube
begin
    select raise(abort, 'what was filled is never deleted');
end;

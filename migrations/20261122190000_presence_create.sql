-- A chaperone's own word for being there, given after the consent was sealed and so kept beside it. Never changed.
create table presence (
    consent blob primary key references consent (id),
    staff blob not null references staff (id),
    how text not null,
    confirmed_at integer not null
) strict, without rowid;
create trigger presence_insert before insert on presence
when exists (select 1 from presence where consent = new.consent)
begin
    select raise(abort, 'presence is confirmed once');
end;
create trigger presence_update before update on presence
begin
    select raise(abort, 'a confirmed presence is never changed');
end;
create trigger presence_delete before delete on presence
begin
    select raise(abort, 'a confirmed presence is never deleted');
end;

-- A visit that did not take place as it was booked: cancelled by somebody for a reason, nobody came, or came after all.
create table called_off (
    visit blob not null references visit (id),
    place integer not null,
    what text not null check (what in ('cancelled', 'no-show', 'came-after-all')),
    by_whom text check (by_whom in ('patient', 'clinic')),
    reason text,
    at integer not null,
    staff blob not null references staff (id),
    primary key (visit, place),
    -- Whoever cancels says who and why; of somebody who did not come nobody knows.
    check ((what = 'cancelled') = (by_whom is not null)),
    check ((by_whom is null) = (reason is null))
) strict, without rowid;
create trigger called_off_update before update on called_off
begin
    select raise(abort, 'what became of a visit is never changed');
end;
create trigger called_off_delete before delete on called_off
begin
    select raise(abort, 'what became of a visit is never deleted');
end;

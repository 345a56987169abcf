-- A stop that somebody lifted alone, where one person is the whole practice: listed by month for whoever looks at it.
create table correction_alone (
    id blob primary key check (length(id) = 16),
    visit blob not null references visit (id),
    -- What was put right, as it was asked or measured.
    what text not null,
    reason text not null,
    at integer not null,
    staff blob not null references staff (id)
) strict, without rowid;
create trigger correction_alone_update before update on correction_alone
begin
    select raise(abort, 'what was put right alone is never changed');
end;
create trigger correction_alone_delete before delete on correction_alone
begin
    select raise(abort, 'what was put right alone is never deleted');
end;

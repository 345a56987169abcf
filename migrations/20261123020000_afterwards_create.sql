-- What was recorded afterwards, one row for each thing that was told: when it happened, when it was written down, by whom
-- and why so late. `body` is what was told, as JSON; what the rules said to an act of it stands here as well.
create table afterwards (
    id blob primary key check (length(id) = 16),
    visit blob not null references visit (id),
    patient blob not null references patient (id),
    body text not null,
    happened_at integer not null,
    noted_at integer not null,
    staff blob not null references staff (id),
    because text not null,
    -- Who stood by when a late label was made; the recovery kit does where one person works alone.
    second_person blob references staff (id),
    by_kit integer not null check (by_kit in (0, 1))
) strict, without rowid;
create index afterwards_visit on afterwards (visit, happened_at);
create trigger afterwards_update before update on afterwards
begin
    select raise(abort, 'what was recorded afterwards is never changed');
end;
create trigger afterwards_delete before delete on afterwards
begin
    select raise(abort, 'what was recorded afterwards is never deleted');
end;

-- An event of a collection that was recorded afterwards keeps both times: `at` is the entry.
alter table collection_event add column happened_at integer;
alter table collection_event add column because text;

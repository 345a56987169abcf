-- What left the house as a table, append-only: by whom, for what, how much of whom, and the digest of the very bytes.
create table export (
    id blob primary key check (length(id) = 16),
    at integer not null,
    staff blob not null references staff (id),
    -- The urologist who allowed identities; empty for an export without them.
    confirmed_by blob references staff (id),
    -- The month of the procedures, `2026-11`.
    month text not null,
    identified integer not null check (identified in (0, 1)),
    purpose text not null,
    -- Names of the columns, separated by spaces.
    fields text not null,
    row_count integer not null check (row_count >= 0),
    -- Where the file was put.
    target text not null,
    sha256 blob not null check (length(sha256) = 32),
    check (identified = 0 or confirmed_by is not null)
) strict, without rowid;
create index export_at on export (at);
create trigger export_insert before insert on export
when exists (select 1 from export where id = new.id)
begin
    select raise(abort, 'an export is written down once');
end;
create trigger export_update before update on export
begin
    select raise(abort, 'an export is never changed');
end;
create trigger export_delete before delete on export
begin
    select raise(abort, 'an export is never deleted');
end;

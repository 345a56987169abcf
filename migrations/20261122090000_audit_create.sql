-- What happened, append-only and chained. `body` is the exact text that was hashed; it is never written again.
create table audit (
    seq integer primary key,
    body blob not null,
    prev blob not null check (length(prev) = 32),
    hash blob not null check (length(hash) = 32),
    mac blob not null check (length(mac) = 32),
    -- Filled when a session key signs each entry; empty until then.
    sig blob,
    signer blob
) strict;

-- The request behind each entry, and which version of what it made of which. Kept apart from the trail, so that
-- the trail itself holds no patient data, only the digest of this row.
create table change (
    seq integer primary key references audit (seq),
    action text not null,
    object text not null,
    old_version integer,
    new_version integer,
    request blob not null
) strict;

-- Columns that the trail is searched by; derived from `body`, and checked against it by the verification.
create table audit_index (
    seq integer primary key references audit (seq),
    at integer not null,
    actor blob,
    action text not null,
    object text not null,
    patient blob
) strict;
create index audit_index_actor on audit_index (actor, seq);
create index audit_index_patient on audit_index (patient, seq);
create index audit_index_object on audit_index (object, seq);

-- `insert or replace` walks round a plain "no delete" trigger, so an insert must also be exactly the next one.
create trigger audit_insert before insert on audit
when new.seq is not (select coalesce(max(seq), 0) + 1 from audit)
begin
    select raise(abort, 'an audit entry comes after the last one');
end;
create trigger audit_update before update on audit
begin
    select raise(abort, 'an audit entry is never changed');
end;
create trigger audit_delete before delete on audit
begin
    select raise(abort, 'an audit entry is never deleted');
end;
create trigger change_insert before insert on change
when new.seq is not (select coalesce(max(seq), 0) + 1 from change)
begin
    select raise(abort, 'a change comes after the last one');
end;
create trigger change_update before update on change
begin
    select raise(abort, 'a change is never changed');
end;
create trigger change_delete before delete on change
begin
    select raise(abort, 'a change is never deleted');
end;

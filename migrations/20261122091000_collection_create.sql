-- One specimen set of one procedure. `number` is the collection's own accession number (container 0), issued with the
-- first stamp; the tubes' numbers differ from it in one digit and the check character.
create table collection (
    procedure blob primary key references procedure (id),
    number text unique,
    planned_at integer not null,
    version integer not null
) strict, without rowid;

-- What was recorded of a collection, in order. `body` is the event as JSON; the guided order is replayed from it.
create table collection_event (
    procedure blob not null references collection (procedure),
    place integer not null check (place > 0),
    at integer not null,
    staff blob not null references staff (id),
    body text not null,
    primary key (procedure, place)
) strict, without rowid;

-- One planned glass and where it stands. The columns are the evidence of its state; custody tells how it came there.
create table specimen (
    id blob primary key check (length(id) = 16),
    procedure blob not null references collection (procedure),
    role text not null,
    -- Its place among the planned glasses, and how many were planned: 1 of 4.
    position integer not null,
    planned_of integer not null,
    status text not null,
    accession text unique,
    collected_at integer,
    collected_by blob references staff (id),
    amount text,
    appearance text,
    how text,
    verified_at integer,
    verified_by blob references staff (id),
    verified_how text,
    handled_at integer,
    handled_by blob references staff (id),
    storage_place text,
    reason text,
    version integer not null,
    -- A tube without a number, a time and a collector is no tube.
    check ((accession is null) = (collected_at is null)),
    check ((collected_at is null) = (collected_by is null))
) strict, without rowid;
create index specimen_procedure on specimen (procedure, position);
create index specimen_open on specimen (status, collected_at);

-- The chain of custody, append-only. `at` is when it happened, `noted_at` when it was written down.
create table custody (
    seq integer primary key,
    specimen blob not null references specimen (id),
    event text not null,
    at integer not null,
    noted_at integer not null,
    staff blob not null references staff (id),
    place text,
    note text
) strict;
create index custody_specimen on custody (specimen, seq);
create trigger custody_insert before insert on custody
when new.seq is not (select coalesce(max(seq), 0) + 1 from custody)
begin
    select raise(abort, 'a custody entry comes after the last one');
end;
create trigger custody_update before update on custody
begin
    select raise(abort, 'custody is never changed');
end;
create trigger custody_delete before delete on custody
begin
    select raise(abort, 'custody is never deleted');
end;
create trigger collection_event_insert before insert on collection_event
when new.place is not
    (select coalesce(max(place), 0) + 1 from collection_event where procedure = new.procedure)
begin
    select raise(abort, 'an event of a collection comes after the last one');
end;
create trigger collection_event_update before update on collection_event
begin
    select raise(abort, 'what was recorded of a collection is never changed');
end;
create trigger collection_event_delete before delete on collection_event
begin
    select raise(abort, 'what was recorded of a collection is never deleted');
end;

-- The print ledger: one row a label, with what it says. Serial n of N is n of those of its specimen.
create table label (
    id blob primary key check (length(id) = 16),
    specimen blob not null references specimen (id),
    serial integer not null check (serial > 0),
    status text not null,
    content text not null,
    issued_at integer not null,
    issued_by blob not null references staff (id),
    -- Why it replaces the one before it; empty for the first.
    reprint_reason text,
    verified_at integer,
    verified_by blob references staff (id),
    verified_how text,
    voided_at integer,
    void_reason text,
    version integer not null
) strict, without rowid;
create unique index label_serial on label (specimen, serial);
create index label_status on label (status);

-- Where the label's bytes went: a file, a queue, or nowhere and why. Sent is all that can be known; applied is what
-- the scan-back shows.
create table label_print (
    seq integer primary key,
    label blob not null references label (id),
    way text not null,
    target text not null,
    at integer not null,
    staff blob not null references staff (id),
    -- Why it did not get there; empty when it did.
    failure text
) strict;
create index label_print_label on label_print (label, seq);

-- The order for a set. The message is stored before it is written anywhere, and sent again with the same bytes and number.
create table lab_order (
    id blob primary key check (length(id) = 16),
    procedure blob not null unique references procedure (id),
    group_number text not null,
    -- MSH-10; ours, never used twice.
    control_id text not null,
    status text not null,
    ordered_at integer not null,
    ordered_by blob not null references staff (id),
    message blob not null,
    sha256 blob not null check (length(sha256) = 32),
    -- The paper that goes with it, as PDF.
    requisition blob not null,
    written_at integer,
    -- Names of the files in the laboratory's folder.
    message_file text not null,
    requisition_file text not null,
    failure text,
    version integer not null
) strict, without rowid;
create index lab_order_status on lab_order (status);

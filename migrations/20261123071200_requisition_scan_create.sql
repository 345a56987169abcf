-- A requisition on paper that was scanned in, with the identifiers that somebody read from it and typed: each was compared
-- with the patient before the scan was kept.
create table requisition_scan (
    id blob primary key check (length(id) = 16),
    procedure blob not null references procedure (id),
    kind text not null,
    body blob not null,
    sha256 blob not null check (length(sha256) = 32),
    -- What was read from the paper, as JSON.
    identifiers text not null,
    at integer not null,
    staff blob not null references staff (id)
) strict, without rowid;
create index requisition_scan_procedure on requisition_scan (procedure, at);
create trigger requisition_scan_delete before delete on requisition_scan
begin
    select raise(abort, 'a scan is never deleted');
end;
-- A visit that was recorded on the wrong patient is made again without it: the paper stays with whom it names.
create trigger requisition_scan_update before update on requisition_scan
begin
    select raise(abort, 'a scan is never changed');
end;

-- The scan of the report that results were typed from, as it came: never changed, and never opened by the program itself.
create table result_scan (
    result blob primary key references result (id),
    kind text not null,
    sha256 blob not null check (length(sha256) = 32),
    body blob not null,
    at integer not null,
    staff blob not null references staff (id)
) strict, without rowid;
create trigger result_scan_update before update on result_scan
begin
    select raise(abort, 'the scan of a report is never changed');
end;
create trigger result_scan_delete before delete on result_scan
begin
    select raise(abort, 'the scan of a report is never deleted');
end;

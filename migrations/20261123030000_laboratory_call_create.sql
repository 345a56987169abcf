-- A telephone call to the laboratory about one set, as whoever called wrote it down. Never changed.
create table laboratory_call (
    id blob primary key check (length(id) = 16),
    procedure blob not null references procedure (id),
    -- When they spoke; `noted_at` is when it was written down.
    at integer not null,
    noted_at integer not null,
    staff blob not null references staff (id),
    spoken_to text not null,
    words text not null
) strict, without rowid;
create index laboratory_call_procedure on laboratory_call (procedure, at);
create trigger laboratory_call_update before update on laboratory_call
begin
    select raise(abort, 'a call to the laboratory is never changed');
end;
create trigger laboratory_call_delete before delete on laboratory_call
begin
    select raise(abort, 'a call to the laboratory is never deleted');
end;

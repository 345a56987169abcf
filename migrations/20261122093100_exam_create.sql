-- The five answers of the finding gate, as JSON. A second feeling is a further row; the latest counts.
create table exam_gate (
    id blob primary key check (length(id) = 16),
    procedure blob not null references procedure (id),
    body text not null,
    at integer not null,
    staff blob not null references staff (id)
) strict, without rowid;
create index exam_gate_procedure on exam_gate (procedure, at);
create trigger exam_gate_update before update on exam_gate
begin
    select raise(abort, 'what was felt is never changed');
end;
create trigger exam_gate_delete before delete on exam_gate
begin
    select raise(abort, 'what was felt is never deleted');
end;

-- The structured findings, as JSON with the names of those that were stated in a bundle. The latest version counts.
create table exam (
    id blob primary key check (length(id) = 16),
    procedure blob not null references procedure (id),
    place integer not null check (place > 0),
    body text not null,
    at integer not null,
    staff blob not null references staff (id)
) strict, without rowid;
create unique index exam_place on exam (procedure, place);
create trigger exam_update before update on exam
begin
    select raise(abort, 'findings are never changed');
end;
create trigger exam_delete before delete on exam
begin
    select raise(abort, 'findings are never deleted');
end;

-- A safety rule ended the procedure: what fired, as JSON, when and before whom.
create table safety_stop (
    procedure blob primary key references procedure (id),
    body text not null,
    at integer not null,
    staff blob not null references staff (id)
) strict, without rowid;

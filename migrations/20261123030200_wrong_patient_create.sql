-- A visit that was recorded on the wrong patient: the one that is entered in error, and the one it was re-created as.
create table wrong_patient (
    id blob primary key check (length(id) = 16),
    visit blob not null unique references visit (id),
    procedure blob not null unique references procedure (id),
    patient blob not null references patient (id),
    to_visit blob not null unique references visit (id),
    to_procedure blob not null unique references procedure (id),
    to_patient blob not null references patient (id),
    reason text not null,
    at integer not null,
    staff blob not null references staff (id),
    -- Empty only in a clinic where one person works alone.
    second_person blob references staff (id),
    -- An order had gone out in the wrong name, so the laboratory must be told.
    order_sent integer not null check (order_sent in (0, 1)),
    check (patient <> to_patient)
) strict, without rowid;
create trigger wrong_patient_update before update on wrong_patient
begin
    select raise(abort, 'what was put right is never changed');
end;
create trigger wrong_patient_delete before delete on wrong_patient
begin
    select raise(abort, 'what was put right is never deleted');
end;

-- Tubes that carry the wrong patient's name: nobody's until they are relabelled or thrown away.
create table quarantine (
    specimen blob primary key references specimen (id),
    wrong_patient blob not null references wrong_patient (id),
    since integer not null,
    released_at integer,
    -- `relabelled` or `discarded`.
    released_how text,
    check ((released_at is null) = (released_how is null))
) strict, without rowid;
create index quarantine_case on quarantine (wrong_patient);

-- What the right patient said afterwards of what had been done; the consent that was signed stays where it was sealed.
create table late_statement (
    wrong_patient blob primary key references wrong_patient (id),
    -- The statement with its identity, its answer and its signature, as the exact JSON that was hashed.
    form text not null,
    sha256 text not null,
    answer text not null,
    at integer not null,
    staff blob not null references staff (id)
) strict, without rowid;
create trigger late_statement_update before update on late_statement
begin
    select raise(abort, 'a statement is never changed');
end;
create trigger late_statement_delete before delete on late_statement
begin
    select raise(abort, 'a statement is never deleted');
end;

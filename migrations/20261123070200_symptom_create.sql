-- The clinic's own table of symptom codes, each with the days on which it may be chosen. Only its end is ever set.
create table symptom_code (
    id blob primary key check (length(id) = 16),
    code text not null,
    text text not null,
    system text not null,
    valid_from text not null,
    valid_until text,
    added_at integer not null,
    added_by blob not null references staff (id),
    version integer not null
) strict, without rowid;
create index symptom_code_code on symptom_code (system, code);
create trigger symptom_code_update before update on symptom_code
when new.code <> old.code or new.text <> old.text or new.system <> old.system or new.valid_from <> old.valid_from
begin
    select raise(abort, 'a symptom code is ended, never changed');
end;
create trigger symptom_code_delete before delete on symptom_code
begin
    select raise(abort, 'a symptom code is ended, never deleted');
end;

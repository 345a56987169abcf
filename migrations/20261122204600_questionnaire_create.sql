-- The numbers of one questionnaire as the patient filled it in, as JSON. Its wording is never stored: it is licensed.
-- A corrected sheet names the one it replaces and why; the first one stays.
create table questionnaire (
    id blob primary key check (length(id) = 16),
    patient blob not null references patient (id),
    kind text not null,
    -- The day on the sheet, in the clinic's calendar.
    filled_on text not null,
    answers text not null,
    -- What the rules of that day made of them, and their version.
    score text not null,
    content_version text not null,
    replaces blob unique references questionnaire (id),
    reason text check ((replaces is null) = (reason is null)),
    at integer not null,
    staff blob not null references staff (id)
) strict, without rowid;
create index questionnaire_patient on questionnaire (patient, kind, filled_on);
create trigger questionnaire_update before update on questionnaire
begin
    select raise(abort, 'the numbers of a questionnaire are never changed');
end;
create trigger questionnaire_delete before delete on questionnaire
begin
    select raise(abort, 'the numbers of a questionnaire are never deleted');
end;

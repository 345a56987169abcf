-- Two charts of one person, read as one. Nothing is moved: while the row stands, the merged chart is read as part of the
-- kept one, and taking it back gives each their own again.
create table patient_merge (
    id blob primary key check (length(id) = 16),
    kept blob not null references patient (id),
    merged blob not null references patient (id),
    reason text not null,
    at integer not null,
    staff blob not null references staff (id),
    -- Empty only in a clinic where one person works alone.
    second_person blob references staff (id),
    undone_at integer,
    undone_by blob references staff (id),
    undone_second blob references staff (id),
    undone_reason text,
    check (kept <> merged),
    check ((undone_at is null) = (undone_by is null)),
    check ((undone_at is null) = (undone_reason is null))
) strict, without rowid;
create index patient_merge_kept on patient_merge (kept);
-- A chart is part of one other at most.
create unique index patient_merge_standing on patient_merge (merged) where undone_at is null;
create trigger patient_merge_update before update on patient_merge
when old.undone_at is not null
    or new.kept <> old.kept or new.merged <> old.merged or new.at <> old.at or new.reason <> old.reason
begin
    select raise(abort, 'a merge is only taken back, once');
end;
create trigger patient_merge_delete before delete on patient_merge
begin
    select raise(abort, 'a merge is never deleted');
end;

-- As whom each chart is read now.
create view patient_now as
select patient.id, coalesce(patient_merge.kept, patient.id) as now
from patient
left join patient_merge on patient_merge.merged = patient.id and patient_merge.undone_at is null;

-- A visit whose procedure plans no set, or was stopped before one was planned, can still have urine and blood taken beside
-- it. Its collection then holds the number alone: no glass of it is planned while `planned` is 0.
alter table collection add column planned integer not null default 1 check (planned in (0, 1));

-- Its place among what was taken beside the glasses, from 1; 0 for a glass. `position` of `planned_of` is then the place of
-- a bottle in its own draw.
alter table specimen add column further integer not null default 0 check (further >= 0);
-- The version of the laboratory's own values under which it was stamped; empty where the shipped ones stood.
alter table specimen add column laboratory_version integer;

-- What a further specimen is beside its role, as JSON: which bottle, from where, what bears on its result.
create table further_specimen (
    specimen blob primary key references specimen (id),
    body text not null,
    -- The version of the catalogue it was taken by.
    content_version text not null,
    at integer not null,
    staff blob not null references staff (id),
    version integer not null
) strict, without rowid;

-- What a laboratory reported of a further specimen, each version as it was typed in.
create table further_report (
    id blob primary key check (length(id) = 16),
    specimen blob not null references specimen (id),
    version integer not null check (version > 0),
    body text not null,
    reason text,
    at integer not null,
    staff blob not null references staff (id)
) strict, without rowid;
create unique index further_report_version on further_report (specimen, version);
create trigger further_report_update before update on further_report
begin
    select raise(abort, 'a report is never changed');
end;
create trigger further_report_delete before delete on further_report
begin
    select raise(abort, 'a report is never deleted');
end;

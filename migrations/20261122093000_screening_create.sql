-- One answer to one item of the checklist. Never changed: putting one right is a further row that names it.
create table answer (
    id blob primary key check (length(id) = 16),
    visit blob not null references visit (id),
    patient blob not null references patient (id),
    item text not null,
    said text,
    value real,
    unit text,
    stated text not null,
    at integer not null,
    staff blob not null references staff (id),
    content_version text not null,
    corrects blob references answer (id),
    reason text,
    second_person blob references staff (id),
    -- In words or as a value with its unit, never both.
    check ((said is null) = (value is not null)),
    check ((value is null) = (unit is null))
) strict, without rowid;
create index answer_patient on answer (patient, item, at);
create index answer_corrects on answer (corrects) where corrects is not null;
create trigger answer_update before update on answer
begin
    select raise(abort, 'an answer is never changed');
end;
create trigger answer_delete before delete on answer
begin
    select raise(abort, 'an answer is never deleted');
end;

-- The vital signs of one moment, the temperature in tenths of the unit in which it was entered.
create table vital_signs (
    id blob primary key check (length(id) = 16),
    visit blob not null references visit (id),
    patient blob not null references patient (id),
    at integer not null,
    staff blob not null references staff (id),
    temperature integer,
    temperature_unit text,
    pulse integer,
    systolic integer,
    diastolic integer,
    breaths integer,
    corrects blob references vital_signs (id),
    reason text,
    second_person blob references staff (id),
    check ((temperature is null) = (temperature_unit is null))
) strict, without rowid;
create index vital_signs_patient on vital_signs (patient, at);
create index vital_signs_corrects on vital_signs (corrects) where corrects is not null;
create trigger vital_signs_update before update on vital_signs
begin
    select raise(abort, 'a reading is never changed');
end;
create trigger vital_signs_delete before delete on vital_signs
begin
    select raise(abort, 'a reading is never deleted');
end;

-- Check-in closed, and the time-out taken: once each for a visit.
create table check_in (
    visit blob primary key references visit (id),
    closed_at integer not null,
    closed_by blob not null references staff (id)
) strict, without rowid;

create table time_out (
    visit blob primary key references visit (id),
    taken_at integer not null,
    taken_by blob not null references staff (id),
    content_version text not null
) strict, without rowid;

-- The urologist's overrides: per item, per act, this visit only.
create table rule_override (
    id blob primary key check (length(id) = 16),
    visit blob not null references visit (id),
    rule text not null,
    act text not null,
    reason text not null,
    text text,
    patient_told integer not null check (patient_told in (0, 1)),
    at integer not null,
    staff blob not null references staff (id)
) strict, without rowid;
create index rule_override_visit on rule_override (visit);

-- The verdicts as they were last judged, for the day's list, which knows no rules. Written again with every act that
-- may change them; what decides is always judged afresh.
create table verdict (
    visit blob not null references visit (id),
    act text not null,
    word text not null,
    reason text not null,
    body text not null,
    judged_at integer not null,
    primary key (visit, act)
) strict, without rowid;

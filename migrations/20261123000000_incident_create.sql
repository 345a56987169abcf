-- Something that should not have happened: an act against an absolute rule, a wrong patient, a grave adverse event.
-- It stays as it was opened; somebody else's review stands beside it.
create table incident (
    id blob primary key check (length(id) = 16),
    -- The number people speak of; it names nobody.
    number integer not null unique check (number > 0),
    kind text not null,
    patient blob not null references patient (id),
    visit blob references visit (id),
    -- What happened, in words.
    words text not null,
    at integer not null,
    staff blob not null references staff (id)
) strict, without rowid;
create index incident_patient on incident (patient);
create trigger incident_update before update on incident
begin
    select raise(abort, 'an incident is never changed');
end;
create trigger incident_delete before delete on incident
begin
    select raise(abort, 'an incident is never deleted');
end;

create table incident_review (
    incident blob primary key references incident (id),
    -- What was found and what is done about it.
    words text not null,
    at integer not null,
    staff blob not null references staff (id)
) strict, without rowid;
create trigger incident_review_update before update on incident_review
begin
    select raise(abort, 'the review of an incident is never changed');
end;
create trigger incident_review_delete before delete on incident_review
begin
    select raise(abort, 'the review of an incident is never deleted');
end;

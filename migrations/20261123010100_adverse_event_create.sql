-- One adverse event after one procedure. What was known when the act was done is kept once, as JSON.
create table adverse_event (
    id blob primary key check (length(id) = 16),
    visit blob not null references visit (id),
    patient blob not null references patient (id),
    -- The risk of the consent text that it belongs to.
    risk text not null,
    snapshot text not null,
    at integer not null,
    staff blob not null references staff (id)
) strict, without rowid;
create index adverse_event_patient on adverse_event (patient, at);
create index adverse_event_visit on adverse_event (visit);
create trigger adverse_event_update before update on adverse_event
begin
    select raise(abort, 'an adverse event is never changed');
end;
create trigger adverse_event_delete before delete on adverse_event
begin
    select raise(abort, 'an adverse event is never deleted');
end;

-- What is known of it, as JSON. A correction is the next version with its reason.
create table adverse_event_version (
    event blob not null references adverse_event (id),
    version integer not null check (version > 0),
    body text not null,
    content_version text not null,
    reason text check ((version = 1) = (reason is null)),
    at integer not null,
    staff blob not null references staff (id),
    primary key (event, version)
) strict, without rowid;
create trigger adverse_event_version_insert before insert on adverse_event_version
when new.version is not (select coalesce(max(version), 0) + 1 from adverse_event_version where event = new.event)
begin
    select raise(abort, 'a version comes after the last one');
end;
create trigger adverse_event_version_update before update on adverse_event_version
begin
    select raise(abort, 'what was known of an adverse event is never changed');
end;
create trigger adverse_event_version_delete before delete on adverse_event_version
begin
    select raise(abort, 'what was known of an adverse event is never deleted');
end;

-- A urologist has read one version and says so in words.
create table adverse_event_review (
    event blob not null,
    version integer not null,
    staff blob not null references staff (id),
    words text not null,
    at integer not null,
    primary key (event, version, staff),
    foreign key (event, version) references adverse_event_version (event, version)
) strict, without rowid;
create trigger adverse_event_review_insert before insert on adverse_event_review
when exists (
    select 1 from adverse_event_review
    where event = new.event and version = new.version and staff = new.staff
)
begin
    select raise(abort, 'a version is reviewed once by each');
end;
create trigger adverse_event_review_update before update on adverse_event_review
begin
    select raise(abort, 'a review is never changed');
end;
create trigger adverse_event_review_delete before delete on adverse_event_review
begin
    select raise(abort, 'a review is never deleted');
end;

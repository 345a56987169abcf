-- Who signed a consent beside the patient by their own sign-on: after it was sealed, so it stands beside it. Never changed.
create table countersignature (
    consent blob not null references consent (id),
    part text not null,
    staff blob not null references staff (id),
    -- Name and role as they were.
    signed_by blob not null,
    how text not null,
    at integer not null,
    primary key (consent, part)
) strict, without rowid;
create trigger countersignature_insert before insert on countersignature
when exists (select 1 from countersignature where consent = new.consent and part = new.part)
begin
    select raise(abort, 'a part is signed once');
end;
create trigger countersignature_update before update on countersignature
begin
    select raise(abort, 'a signature is never changed');
end;
create trigger countersignature_delete before delete on countersignature
begin
    select raise(abort, 'a signature is never deleted');
end;

-- A second clinician concurs that a patient under 18 be massaged at this visit, before consent is asked. Never changed.
create table concurrence (
    visit blob primary key references visit (id),
    staff blob not null references staff (id),
    concurred_by blob not null,
    at integer not null
) strict, without rowid;
create trigger concurrence_update before update on concurrence
begin
    select raise(abort, 'a concurrence is never changed');
end;
create trigger concurrence_delete before delete on concurrence
begin
    select raise(abort, 'a concurrence is never deleted');
end;

-- The scan of a paper that was signed by hand. The sealed consent holds its digest.
create table consent_scan (
    consent blob primary key references consent (id),
    kind text not null,
    body blob not null
) strict, without rowid;
create trigger consent_scan_update before update on consent_scan
begin
    select raise(abort, 'a scan is never changed');
end;
create trigger consent_scan_delete before delete on consent_scan
begin
    select raise(abort, 'a scan is never deleted');
end;

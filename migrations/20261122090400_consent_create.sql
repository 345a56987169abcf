-- One asking for consent, from the offer to its end. `offered` is what was asked, as JSON with the whole text as this
-- patient read it, so that no later text changes what was agreed to.
create table consent (
    id blob primary key check (length(id) = 16),
    visit blob not null references visit (id),
    procedure blob not null references procedure (id),
    patient blob not null references patient (id),
    state text not null check (state in ('offered', 'given', 'declined', 'withdrawn')),
    text_sha256 text not null,
    offered blob not null,
    offered_at integer not null,
    given_at integer,
    recorded_by blob references staff (id),
    -- How it was declined or withdrawn, as JSON.
    ending blob,
    version integer not null,
    check ((given_at is null) = (state in ('offered', 'declined')))
) strict, without rowid;
create index consent_visit on consent (visit, offered_at);

-- What was given, as the exact bytes that were sealed, with the digest of the whole and of every line. Never changed:
-- a withdrawal is written beside it. That a consent ran out is reckoned from its time and needs no row.
create table consent_seal (
    consent blob primary key references consent (id),
    form blob not null,
    sha256 text not null,
    mac text not null,
    parts text not null
) strict, without rowid;
create trigger consent_seal_insert before insert on consent_seal
when exists (select 1 from consent_seal where consent = new.consent)
begin
    select raise(abort, 'a consent is sealed once');
end;
create trigger consent_seal_update before update on consent_seal
begin
    select raise(abort, 'a sealed consent is never changed');
end;
create trigger consent_seal_delete before delete on consent_seal
begin
    select raise(abort, 'a sealed consent is never deleted');
end;

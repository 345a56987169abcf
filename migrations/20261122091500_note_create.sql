-- The note of one procedure. It has no state of its own: what was signed stands in its versions, and a draft is
-- written anew from the fields each time it is looked at.
create table note (
    id blob primary key check (length(id) = 16),
    procedure blob not null unique references procedure (id),
    visit blob not null references visit (id),
    patient blob not null references patient (id)
) strict, without rowid;

-- One signed version: the exact bytes, their seal, and the statement that the signature was made over. Never changed;
-- an amendment is the next version.
create table note_version (
    note blob not null references note (id),
    version integer not null check (version > 0),
    form blob not null,
    sha256 text not null,
    mac text not null,
    parts text not null,
    statement blob not null,
    signature blob not null check (length(signature) = 64),
    public_key blob not null check (length(public_key) = 32),
    signer blob not null references staff (id),
    printed_name text not null,
    role text not null,
    meaning text not null,
    signed_at integer not null,
    primary key (note, version)
) strict, without rowid;
create trigger note_version_insert before insert on note_version
when new.version is not (select coalesce(max(version), 0) + 1 from note_version where note = new.note)
begin
    select raise(abort, 'a version of a note comes after the last one');
end;
create trigger note_version_update before update on note_version
begin
    select raise(abort, 'a signed note is never changed');
end;
create trigger note_version_delete before delete on note_version
begin
    select raise(abort, 'a signed note is never deleted');
end;

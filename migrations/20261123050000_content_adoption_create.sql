-- A named urologist adopts one edition of the clinical content for this clinic. Another edition needs another adoption.
create table content_adoption (
    -- SHA-256 over every content file of the edition.
    edition blob primary key check (length(edition) = 32),
    -- Each file with its version, as it was shown.
    versions text not null,
    at integer not null,
    staff blob not null references staff (id)
) strict, without rowid;
create trigger content_adoption_update before update on content_adoption
begin
    select raise(abort, 'an adoption is never changed');
end;
create trigger content_adoption_delete before delete on content_adoption
begin
    select raise(abort, 'an adoption is never deleted');
end;

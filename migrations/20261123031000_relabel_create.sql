-- A tube that cannot be had again was labelled anew: what the one who collected it signed, and who confirmed it.
create table relabel (
    id blob primary key check (length(id) = 16),
    specimen blob not null references specimen (id),
    -- The statement with the names as they stood, as the exact JSON that was hashed.
    form text not null,
    sha256 text not null,
    at integer not null,
    -- Who collected it, and signed.
    staff blob not null references staff (id),
    -- Empty only in a clinic where one person works alone.
    second_person blob references staff (id)
) strict, without rowid;
create index relabel_specimen on relabel (specimen, at);
create trigger relabel_update before update on relabel
begin
    select raise(abort, 'a signed statement is never changed');
end;
create trigger relabel_delete before delete on relabel
begin
    select raise(abort, 'a signed statement is never deleted');
end;

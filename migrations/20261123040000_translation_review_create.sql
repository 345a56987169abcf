-- That somebody qualified has read one version of a translation, named by the digest of its file: another version, or
-- the same one in other words, is not reviewed by it. Never changed.
create table translation_review (
    text_sha256 text primary key,
    text text not null,
    version text not null,
    language text not null,
    reviewer text not null,
    qualification text not null,
    -- The day on which it was read, in the clinic's calendar.
    reviewed_on text not null,
    staff blob not null references staff (id),
    at integer not null
) strict, without rowid;
create trigger translation_review_insert before insert on translation_review
when exists (select 1 from translation_review where text_sha256 = new.text_sha256)
begin
    select raise(abort, 'a version is marked reviewed once');
end;
create trigger translation_review_update before update on translation_review
begin
    select raise(abort, 'a review is never changed');
end;
create trigger translation_review_delete before delete on translation_review
begin
    select raise(abort, 'a review is never deleted');
end;

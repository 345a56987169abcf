-- Somebody else has looked at the figures of one examiner in one month: the figures as they stood, and their words.
create table conduct_review (
    examiner blob not null references staff (id),
    -- `2026-11`.
    month text not null check (month glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
    place integer not null,
    counts text not null,
    words text not null,
    at integer not null,
    -- Nobody reviews their own.
    staff blob not null references staff (id) check (staff <> examiner),
    primary key (examiner, month, place)
) strict, without rowid;
create trigger conduct_review_insert before insert on conduct_review
when new.place is not
    (select coalesce(max(place), 0) + 1 from conduct_review where examiner = new.examiner and month = new.month)
begin
    select raise(abort, 'a review comes after the last one');
end;
create trigger conduct_review_update before update on conduct_review
begin
    select raise(abort, 'a review is never changed');
end;
create trigger conduct_review_delete before delete on conduct_review
begin
    select raise(abort, 'a review is never deleted');
end;

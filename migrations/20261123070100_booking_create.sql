-- Who referred a patient to a visit; a later row stands in place of an earlier one.
create table referrer (
    visit blob not null references visit (id),
    place integer not null,
    name text not null,
    -- A line each; may be empty.
    address text not null,
    -- A number or an address of another kind; may be empty.
    contact text not null,
    at integer not null,
    staff blob not null references staff (id),
    primary key (visit, place)
) strict, without rowid;
create trigger referrer_update before update on referrer
begin
    select raise(abort, 'who referred is never changed: the next row says it anew');
end;
create trigger referrer_delete before delete on referrer
begin
    select raise(abort, 'who referred is never deleted');
end;

-- The papers of the day around a visit: sheets of preparation, and letters to whoever referred. The paper as it was
-- printed is a file; here stands what was said in it, to whom, and from what it was made.
create table booking_paper (
    visit blob not null references visit (id),
    place integer not null,
    kind text not null check (kind in ('preparation', 'letter')),
    -- A language and a version of the content, or to whom and the version of the note.
    said text not null,
    body text not null,
    sha256 blob not null check (length(sha256) = 32),
    file text not null,
    at integer not null,
    staff blob not null references staff (id),
    primary key (visit, place)
) strict, without rowid;
create trigger booking_paper_update before update on booking_paper
begin
    select raise(abort, 'a paper that was made is never changed');
end;
create trigger booking_paper_delete before delete on booking_paper
begin
    select raise(abort, 'a paper that was made is never deleted');
end;

-- Where a patient wants post sent, when it is not home; an empty one takes the wish back. The last row counts.
create table post_address (
    patient blob not null references patient (id),
    place integer not null,
    lines text not null,
    at integer not null,
    staff blob not null references staff (id),
    primary key (patient, place)
) strict, without rowid;
create trigger post_address_update before update on post_address
begin
    select raise(abort, 'an address is never changed: the next row says it anew');
end;
create trigger post_address_delete before delete on post_address
begin
    select raise(abort, 'an address is never deleted');
end;

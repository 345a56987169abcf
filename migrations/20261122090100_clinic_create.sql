-- The clinic whose vault this is: one row.
create table clinic (
    one integer primary key check (one = 1),
    name text not null,
    zone text not null,
    site_letter text not null check (site_letter glob '[A-Z]'),
    temperature_unit text not null,
    single_handed integer not null check (single_handed in (0, 1)),
    -- An invented clinic for looking around; every paper of it says so.
    fictional integer not null check (fictional in (0, 1)),
    -- The two groups of the recovery kit that must be typed back, until they have been.
    asked_groups text,
    version integer not null
) strict;

-- Settings that an administrator can change, by name.
create table setting (
    name text primary key,
    value text not null,
    version integer not null
) strict, without rowid;

create table staff (
    id blob primary key check (length(id) = 16),
    sign_on_name text not null unique collate nocase,
    name text not null,
    -- The words of the roles, separated by spaces.
    roles text not null,
    active integer not null check (active in (0, 1)),
    version integer not null
) strict, without rowid;

-- What somebody was typing: overwritten, unaudited, deleted by the act that uses it.
create table draft (
    staff blob not null references staff (id),
    place text not null,
    subject text not null,
    body text not null,
    saved_at integer not null,
    primary key (staff, place, subject)
) strict, without rowid;

-- Running numbers that are given out once: patient numbers, accessions by year.
create table counter (
    name text primary key,
    last integer not null
) strict, without rowid;

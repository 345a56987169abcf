create table patient (
    -- The row's own number: stable, because the search index points to it.
    number integer primary key,
    id blob not null unique check (length(id) = 16),
    mrn text not null unique,
    family text not null,
    given text not null,
    birth_date text not null,
    sex text not null,
    gender text,
    name_used text,
    pronoun text,
    has_prostate text not null,
    phone text,
    may_leave_message integer not null check (may_leave_message in (0, 1)),
    allergies text,
    under_custody integer not null check (under_custody in (0, 1)),
    registered_at integer not null,
    version integer not null
) strict;
create index patient_family on patient (family collate nocase);

-- Search as one types: every word is a prefix of a name, of the number, or of a part of the birth date.
create virtual table patient_search using fts5 (
    family, given, mrn, birth_date,
    content = '', contentless_delete = 1, prefix = '1 2 3',
    tokenize = 'unicode61 remove_diacritics 2'
);

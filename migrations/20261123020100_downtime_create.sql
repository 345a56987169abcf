-- A pack of blank forms for when the power or the screen is gone.
create table downtime_pack (
    id blob primary key check (length(id) = 16),
    kind text not null,
    printed_at integer not null,
    staff blob not null references staff (id)
) strict, without rowid;

-- The accession numbers on the labels of such packs, one row a set, from the same counter as every other number. Each ends
-- as used, by the set that carries it, or as voided: so the counts reconcile.
create table reserved_number (
    number text primary key,
    pack blob not null references downtime_pack (id),
    status text not null check (status in ('reserved', 'used', 'voided')),
    procedure blob references procedure (id),
    settled_at integer,
    settled_by blob references staff (id),
    void_reason text,
    version integer not null,
    check ((procedure is not null) = (status = 'used')),
    check ((settled_at is null) = (status = 'reserved')),
    check ((void_reason is not null) = (status = 'voided'))
) strict, without rowid;
create index reserved_number_pack on reserved_number (pack);

-- The PIN of a person who has set one: with it they say again who they are, within a session begun by passphrase. Only
-- an Argon2id digest is kept. Deleted when its owner stops using it or loses the passphrase.
create table pin (
    staff blob primary key references staff (id),
    digest text not null,
    set_at integer not null,
    version integer not null
) strict, without rowid;

create table visit (
    id blob primary key check (length(id) = 16),
    patient blob not null references patient (id),
    booked_date text not null,
    booked_time text not null,
    status text not null,
    arrived_at integer,
    in_room_at integer,
    ended_at integer,
    version integer not null
) strict, without rowid;
create index visit_day on visit (booked_date, booked_time);
create index visit_patient on visit (patient, booked_date);

create table procedure (
    id blob primary key check (length(id) = 16),
    visit blob not null references visit (id),
    kind text not null,
    indication text not null,
    -- The evidence badge as it stood when the procedure was ordered; later content never changes it.
    evidence text not null,
    content_version text not null,
    status text not null,
    urologist blob references staff (id),
    version integer not null
) strict, without rowid;
create index procedure_visit on procedure (visit);

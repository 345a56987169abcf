-- What the laboratory was told of an order after it was sent: that it is cancelled (CA) or changed (XO). Stored before
-- it is written anywhere, and written again with the same bytes and number, as the order itself is.
create table order_change (
    id blob primary key check (length(id) = 16),
    lab_order blob not null references lab_order (id),
    kind text not null,
    -- MSH-10; ours, never used twice.
    control_id text not null unique,
    reason text not null,
    status text not null,
    at integer not null,
    staff blob not null references staff (id),
    message blob not null,
    sha256 blob not null check (length(sha256) = 32),
    message_file text not null,
    -- The paper that says the same; empty for a cancellation.
    requisition blob,
    requisition_file text,
    written_at integer,
    failure text,
    version integer not null
) strict, without rowid;
create index order_change_order on order_change (lab_order, at);
create index order_change_status on order_change (status);

-- What the laboratory asked with the order, as JSON, so that a change says the same again; empty on older orders.
alter table lab_order add column answers text;
-- Which order of its group of tubes it is: a set whose first order was cancelled is ordered again under further numbers.
alter table lab_order add column turn integer not null default 1;
-- When it was cancelled: from then on its files are not written again.
alter table lab_order add column cancelled_at integer;

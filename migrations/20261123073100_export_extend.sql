-- A month leaves as its procedures, or as what was overridden in it.
alter table export add column contents text not null default 'procedures' check (contents in ('procedures', 'overrides'));

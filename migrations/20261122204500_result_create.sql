-- What a laboratory reported of one set, as it was typed in twice, as JSON, with what the rules of that day suggested.
-- A corrected value is a further version with its reason; the first one stays.
create table result (
    id blob primary key check (length(id) = 16),
    procedure blob not null references procedure (id),
    version integer not null check (version > 0),
    body text not null,
    suggestion text not null,
    -- The version of rows and thresholds that made the suggestion.
    content_version text not null,
    reason text check (version = 1 or reason is not null),
    at integer not null,
    staff blob not null references staff (id)
) strict, without rowid;
create unique index result_version on result (procedure, version);
create trigger result_insert before insert on result
when new.version is not (select coalesce(max(version), 0) + 1 from result where procedure = new.procedure)
begin
    select raise(abort, 'a result comes after the last one of its set');
end;
create trigger result_update before update on result
begin
    select raise(abort, 'a result is never changed');
end;
create trigger result_delete before delete on result
begin
    select raise(abort, 'a result is never deleted');
end;

-- What the urologist makes of a suggestion. A changed mind is a further row; the latest counts.
create table result_opinion (
    result blob not null references result (id),
    place integer not null check (place > 0),
    body text not null,
    at integer not null,
    staff blob not null references staff (id),
    primary key (result, place)
) strict, without rowid;
create trigger result_opinion_insert before insert on result_opinion
when new.place is not (select coalesce(max(place), 0) + 1 from result_opinion where result = new.result)
begin
    select raise(abort, 'an opinion comes after the last one');
end;
create trigger result_opinion_update before update on result_opinion
begin
    select raise(abort, 'an opinion is never changed');
end;
create trigger result_opinion_delete before delete on result_opinion
begin
    select raise(abort, 'an opinion is never deleted');
end;

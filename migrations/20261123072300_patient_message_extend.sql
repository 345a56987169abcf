-- Whether a message may be left has three answers: an untouched question once read “no”. Charts from before keep their
-- “yes”; their “no” may have been nobody's answer, so it is read as not asked. No message is left either way.
alter table patient add column may_leave text check (may_leave in ('yes', 'no', 'unknown'));

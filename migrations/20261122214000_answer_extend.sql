-- An answer may say on which day it was so, as far as that is known (2026-10-04, 2026-10 or 2026), and hold words beside
-- a yes: a drug and its last dose, the level of an injury.
alter table answer add column dated text check (dated is null or (said is 'yes' and length(dated) in (4, 7, 10)));
alter table answer add column detail text;

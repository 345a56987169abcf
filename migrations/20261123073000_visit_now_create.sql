-- As which visit each is read now: a visit that was recorded on the wrong patient was made again for the right one, and
-- that one may have been put right once more.
create view visit_now as
with recursive way (id, now) as (
    select id, id from visit
    union all
    select way.id, wrong_patient.to_visit from way join wrong_patient on wrong_patient.visit = way.now
)
select way.id, way.now
from way
where not exists (select 1 from wrong_patient where wrong_patient.visit = way.now);

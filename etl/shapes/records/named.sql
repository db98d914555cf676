-- One row per person of whom the delivery speaks: what was said of them before is replaced.
select distinct tidy.person_id
from stage.tidy as tidy
where tidy.person_id is not null

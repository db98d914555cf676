-- One row per job found through the job centre, as delivered.
insert into core.placement by name
select
    delivered.person_id,
    delivered.placed_on,
    delivered.sector
from raw.placements as delivered

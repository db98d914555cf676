-- One row per job found through the job centre, on the day of placement.
select
    placement.person_id,
    cast(null as varchar) as category,
    placement.placed_on as happened_on,
    1 as amount
from core.placement as placement

-- One row per time as registered unemployed: its first day.
select
    registration.person_id,
    cast(null as varchar) as category,
    registration.start_on as happened_on,
    1 as amount
from core.registration as registration

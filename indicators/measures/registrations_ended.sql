-- One row per time as registered unemployed that has ended: its last day.
select
    registration.person_id,
    cast(null as varchar) as category,
    registration.end_on - 1 as happened_on,
    1 as amount
from core.registration as registration
where registration.end_on is not null

-- One row per person and stretch of days registered as unemployed, each day once.
select
    registration.person_id,
    cast(null as varchar) as category,
    registration.start_on,
    registration.end_on,
    100 as degree
from core.registration as registration

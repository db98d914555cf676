-- One row per stretch of days of an employer at a workplace.
select
    employer.workplace_id as person_id,
    cast(null as varchar) as category,
    employer.start_on,
    employer.end_on,
    100 as degree
from core.employer as employer

-- One row per stretch of days of an employer at a workplace; its degree is a hundred for each of its employees.
select
    employer.workplace_id as person_id,
    cast(null as varchar) as category,
    employer.start_on,
    employer.end_on,
    100 * employer.employees as degree
from core.employer as employer
where employer.employees > 0

-- One row per stretch of days of an employer at a workplace and vacancy of the employer, anywhere, open in some of it.
select
    employer.workplace_id as person_id,
    cast(null as varchar) as category,
    greatest(employer.start_on, vacancy.opened_on) as start_on,
    least(employer.end_on, vacancy.closed_on) as end_on,
    100 as degree
from core.employer as employer
inner join core.vacancy as vacancy
    on
        employer.person_id = vacancy.person_id
        and employer.start_on < coalesce(vacancy.closed_on, date '9999-12-31')
        and coalesce(employer.end_on, date '9999-12-31') > vacancy.opened_on

-- One row per known exit from a scheme that led to another scheme (see core.benefit_exit): the last day.
select
    leaving.person_id,
    leaving.scheme as category,
    leaving.last_day as happened_on,
    1 as amount
from core.benefit_exit as leaving
where leaving.destination = 'other_benefit'

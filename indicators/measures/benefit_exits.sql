-- One row per spell on a scheme that is known to have ended: the last day, and where it led to.
select
    leaving.person_id,
    leaving.scheme as category,
    leaving.last_day as happened_on,
    1 as amount,
    leaving.destination
from core.benefit_exit as leaving

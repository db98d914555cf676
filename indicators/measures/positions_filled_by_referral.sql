-- One row per vacancy that was filled on one of its first $within_days days, on the day on which it opened: the
-- positions filled by jobseekers whom the service referred.
select
    vacancy.workplace_id as person_id,
    cast(null as varchar) as category,
    vacancy.opened_on as happened_on,
    vacancy.referred_positions as amount
from core.vacancy as vacancy
where
    vacancy.referred_positions > 0
    and vacancy.filled_on < vacancy.opened_on + $within_days

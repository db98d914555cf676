-- One row per known exit from a scheme that led to a pension (see core.benefit_exit), if there is one for disability
-- among those granted from the first day of the spell to the end of the month after its last: the last day.
select
    leaving.person_id,
    leaving.scheme as category,
    leaving.last_day as happened_on,
    1 as amount
from core.benefit_exit as leaving
semi join core.pension as pension
    on
        leaving.person_id = pension.person_id
        and leaving.start_on <= pension.granted_on
        and last_day(leaving.last_day + to_months(1)) >= pension.granted_on
        and pension.kind = 'disability'
where leaving.destination = 'pension'

-- One row per vacancy, on the day on which it opened: its positions.
select
    vacancy.workplace_id as person_id,
    cast(null as varchar) as category,
    vacancy.opened_on as happened_on,
    vacancy.positions as amount
from core.vacancy as vacancy

-- One row per vacancy and the days on which it is open; its degree is a hundred for each of its positions.
select
    vacancy.workplace_id as person_id,
    cast(null as varchar) as category,
    vacancy.opened_on as start_on,
    vacancy.closed_on as end_on,
    100 * vacancy.positions as degree
from core.vacancy as vacancy

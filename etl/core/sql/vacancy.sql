-- One row per vacancy at a workplace, as delivered; where nobody says how many were filled by referral, none were.
insert into core.vacancy by name
select
    delivered.person_id,
    workplace.workplace_id,
    delivered.positions,
    delivered.opened_on,
    delivered.closed_on,
    delivered.filled_on,
    coalesce(delivered.referred_positions, 0) as referred_positions
from raw.vacancies as delivered
inner join core.workplace as workplace
    on
        delivered.person_id = workplace.person_id
        and list_contains(workplace.told_areas, coalesce(delivered.area, ''))
where delivered.opened_on < coalesce(delivered.closed_on, date 'infinity')

-- One row per stretch of days of an employer at a workplace, as delivered.
insert into core.employer by name
select
    delivered.person_id,
    workplace.workplace_id,
    delivered.employees,
    delivered.active_from as start_on,
    delivered.active_to as end_on
from raw.employers as delivered
inner join core.workplace as workplace
    on
        delivered.person_id = workplace.person_id
        and list_contains(workplace.told_areas, coalesce(delivered.area, ''))
where delivered.active_from < coalesce(delivered.active_to, date 'infinity')

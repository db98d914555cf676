-- One row per notice of layoffs at a workplace, as delivered.
insert into core.layoff_notice by name
select
    delivered.person_id,
    workplace.workplace_id,
    delivered.notified_on,
    delivered.persons
from raw.layoff_notices as delivered
inner join core.workplace as workplace
    on
        delivered.person_id = workplace.person_id
        and list_contains(workplace.told_areas, coalesce(delivered.area, ''))

-- One row: how many renewed cells of the indicator say something where they said nothing, or the other way round. Which
-- cells it has at all then hangs on all the others.
select count(*) as cells
from stood
left join told_cell as told
    on
        stood.breakdown = told.breakdown
        and stood.category = told.category
        and stood.period_kind = told.period_kind
        and stood.period = told.period
        and stood.area = told.area
where (stood.status is not null and stood.status != 'not_available') != (told.status is not null)

-- One row: how many renewed cells of the indicator say something where they said nothing, or the other way round. Which
-- cells it has at all then hangs on all the others.
select count(*) as cells
from (
    select
        cell.status is not null and cell.status != 'not_available' as was_told,
        told.status is not null as is_told
    from renewed
    left join (select mart_cell.* from mart.cell as mart_cell where mart_cell.indicator = $indicator) as cell
        on
            renewed.breakdown = cell.breakdown
            and renewed.category = cell.category
            and renewed.period_kind = cell.period_kind
            and renewed.period = cell.period
            and renewed.area = cell.area
    left join told_cell as told
        on
            renewed.breakdown = told.breakdown
            and renewed.category = told.category
            and renewed.period_kind = told.period_kind
            and renewed.period = told.period
            and renewed.area = told.area
) as compared
where compared.was_told != compared.is_told

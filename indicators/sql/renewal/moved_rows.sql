-- One row: how many renewed cells of the indicator say something where they said nothing, or the other way round. Which
-- cells it has at all then hangs on all the others.
with known as (
    select mart_cell.*
    from mart.cell as mart_cell
    where mart_cell.indicator = $indicator
),

compared as (
    select
        known.status is not null and known.status != 'not_available' as was_told,
        told.status is not null as is_told
    from renewed
    left join known
        on
            renewed.breakdown = known.breakdown
            and renewed.category = known.category
            and renewed.period_kind = known.period_kind
            and renewed.period = known.period
            and renewed.area = known.area
    left join told_cell as told
        on
            renewed.breakdown = told.breakdown
            and renewed.category = told.category
            and renewed.period_kind = told.period_kind
            and renewed.period = told.period
            and renewed.area = told.area
)

select count(*) as cells
from compared
where compared.was_told != compared.is_told

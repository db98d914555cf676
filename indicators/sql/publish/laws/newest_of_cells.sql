-- One row: the number of groups of people whose newest figures, side by side, are not those of their cells.
with newest_period as (
    select
        indicator,
        period_kind,
        max(period) as period
    from portal.cell_period
    group by
        indicator,
        period_kind
),

said as (
    select
        concat_ws('.', cell.breakdown, cell.category, cell.period_kind) as key,
        sum(hash(cell.indicator, cast(cell.area as varchar), cell.value, cell.flags)) as said
    from portal.cell
    inner join newest_period
        on
            cell.indicator = newest_period.indicator
            and cell.period_kind = newest_period.period_kind
            and cell.period = newest_period.period
    where not contains(cell.breakdown, '.')
    group by key
),

retold as (
    select
        indicator,
        key,
        unnest(cast(cast(areas as json) as varchar[])) as area,
        unnest(cast(cast(figures as json) as decimal(18, 4)[])) as value,
        unnest(cast(cast(flags as json) as varchar[])) as flags
    from portal.newest
),

said_again as (
    select
        key,
        sum(hash(indicator, area, value, flags)) as said
    from retold
    group by key
)

select count(*) as broken
from said
full outer join said_again
    on said.key = said_again.key
where coalesce(said.said != said_again.said, true)

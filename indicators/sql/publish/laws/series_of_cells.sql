-- One row: the number of groups of people whose series do not say what their cells say.
with figure as (
    select
        indicator,
        concat_ws('.', breakdown, category, area, period_kind) as key,
        cast(period as varchar) as period,
        value,
        lower,
        upper,
        status,
        flags
    from portal.cell
    where not contains(breakdown, '.')
),

retold as (
    select
        indicator,
        key,
        unnest(cast(cast(periods as json) as varchar[])) as period,
        unnest(cast(cast(figures as json) as decimal(18, 4)[])) as value,
        unnest(cast(cast(lowers as json) as decimal(18, 4)[])) as lower,
        unnest(cast(cast(uppers as json) as decimal(18, 4)[])) as upper,
        unnest(cast(cast(statuses as json) as varchar[])) as status,
        unnest(cast(cast(flags as json) as varchar[])) as flags
    from portal.series
),

said as (
    select
        key,
        sum(hash(indicator, period, value, lower, upper, status, flags)) as said
    from figure
    group by key
),

said_again as (
    select
        key,
        sum(hash(indicator, period, value, lower, upper, status, flags)) as said
    from retold
    group by key
)

select count(*) as broken
from said
full outer join said_again
    on said.key = said_again.key
where coalesce(said.said != said_again.said, true)

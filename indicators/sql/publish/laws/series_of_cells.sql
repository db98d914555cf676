-- One row: the number of groups of people whose series do not say what their cells say.
with figure as (
    select
        breakdown,
        category,
        hash(breakdown, category, area, period_kind, indicator, period, value, status) as said
    from portal.cell
    where not contains(breakdown, '.')
),

retold as (
    select
        breakdown,
        category,
        area,
        period_kind,
        indicator,
        unnest(periods) as period,
        unnest(figures) as value,
        unnest(statuses) as status
    from portal.series
),

group_of_cells as (
    select
        breakdown,
        category,
        sum(said) as said
    from figure
    group by
        breakdown,
        category
),

group_of_series as (
    select
        breakdown,
        category,
        sum(hash(breakdown, category, area, period_kind, indicator, period, value, status)) as said
    from retold
    group by
        breakdown,
        category
)

select count(*) as broken
from group_of_cells
full outer join group_of_series
    on
        group_of_cells.breakdown = group_of_series.breakdown
        and group_of_cells.category = group_of_series.category
where coalesce(group_of_cells.said != group_of_series.said, true)

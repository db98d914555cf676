-- One row: the sums over workplaces that are shown, also as a part of a ratio, and how many have some behind them, but
-- fewer than there must be.
with shown as (
    select
        cell.breakdown,
        cell.category,
        cell.period_kind,
        cell.period,
        cell.area,
        unnest([indicator_part.above, indicator_part.below]) as figure
    from mart.cell as cell
    inner join indicator_part on cell.indicator = indicator_part.indicator
    where
        cell.indicator = $indicator
        and cell.status = 'value'
)

select
    count(*) as checked,
    count(*) filter (
        where counted.contributors > 0 and counted.contributors < protection.least_workplaces
    ) as broken
from shown
cross join protection
inner join figure on shown.figure = figure.figure and figure.of_workplaces
inner join mart.counted as counted
    on
        shown.breakdown = counted.breakdown
        and shown.category = counted.category
        and shown.period_kind = counted.period_kind
        and shown.period = counted.period
        and shown.area = counted.area
        and shown.figure = counted.figure

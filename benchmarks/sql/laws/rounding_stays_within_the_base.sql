-- One row: the counts that are shown, also as a part of a ratio, and how many are a base or more away from the count
-- before protection, or differ from it though it is a multiple of the base.
with shown as (
    select
        cell.breakdown,
        cell.category,
        cell.period_kind,
        cell.period,
        cell.area,
        unnest([indicator_part.above, indicator_part.below]) as figure,
        unnest([coalesce(cell.numerator, cell.value), cell.denominator]) as value,
        unnest([cell.numerator < cell.denominator, null]) as below_the_whole
    from mart.cell as cell
    inner join indicator_part on cell.indicator = indicator_part.indicator
    where
        cell.indicator = $indicator
        and cell.status = 'value'
        and indicator_part.statistic is null
)

select
    count(*) as checked,
    count(*) filter (
        where counted.value is null
        or abs(shown.value - counted.value) >= protection.base
        or (
            counted.value % protection.base = 0
            and shown.value != counted.value
            and coalesce(shown.below_the_whole, true)
        )
    ) as broken
from shown
cross join protection
left join mart.counted as counted
    on
        shown.breakdown = counted.breakdown
        and shown.category = counted.category
        and shown.period_kind = counted.period_kind
        and shown.period = counted.period
        and shown.area = counted.area
        and shown.figure = counted.figure
where shown.figure is not null

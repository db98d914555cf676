-- One row: the figures that are a share of another, and how many are more than that one.
select
    count(*) as checked,
    count(*) filter (where coalesce(part.amount > whole.amount, true)) as broken
from mart.counted as part
inner join indicator_part on part.figure = indicator_part.above
left join mart.counted as whole
    on
        part.breakdown = whole.breakdown
        and part.category = whole.category
        and part.period_kind = whole.period_kind
        and part.period = whole.period
        and part.area = whole.area
        and indicator_part.below = whole.figure
where
    indicator_part.indicator = $indicator
    and indicator_part.below is not null
    and indicator_part.unit = 'percent'

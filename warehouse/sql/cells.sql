-- One row per cell of one indicator and category, of the areas (null: all) and periods asked for.
select
    area,
    period,
    value,
    numerator,
    denominator,
    lower,
    upper,
    status,
    flags
from cell
where
    indicator = $indicator
    and breakdown = $breakdown
    and category = $category
    and period_kind = $period_kind
    and period between $first and $last
    and ($areas is null or list_contains($areas, area))
order by period, area

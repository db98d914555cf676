-- One row: the cells after protection, and how many stand in a place where another of the indicator stands already.
with place as (
    select count(*) as cells
    from mart.cell as cell
    where cell.indicator = $indicator
    group by
        cell.breakdown,
        cell.category,
        cell.period_kind,
        cell.period,
        cell.area
)

select
    coalesce(sum(place.cells), 0) as checked,
    coalesce(sum(place.cells - 1), 0) as broken
from place

-- One row: the counted figures, and how many stand in a place where the same figure stands already.
with place as (
    select count(*) as cells
    from mart.counted as counted
    where counted.figure = $figure
    group by
        counted.breakdown,
        counted.category,
        counted.period_kind,
        counted.period,
        counted.area
)

select
    coalesce(sum(place.cells), 0) as checked,
    coalesce(sum(place.cells - 1), 0) as broken
from place

-- One row per month, area that persons are in, and category: persons as the product counted them. Areas that merged or
-- were split are left out: an analyst would count under the code that is delivered.
with stepped as (
    select unnest([succession.code, succession.successor_code]) as area
    from core.succession as succession
)

select
    cast(cell.breakdown as varchar) as breakdown,
    cast(cell.category as varchar) as category,
    12 * cast(left(cast(cell.period as varchar), 4) as integer)
    + cast(right(cast(cell.period as varchar), 2) as integer) - 1 as month,
    cast(cell.area as varchar) as area,
    cast(cell.value as bigint) as persons
from mart.counted as cell
where
    cell.figure = $figure
    and cell.period_kind = 'month'
    and cell.breakdown in ('all', 'sex', 'age', 'scheme')
    and cell.area in (select state.area from core.person_state as state)
    and cell.area not in (select stepped.area from stepped)

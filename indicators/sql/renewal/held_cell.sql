-- One row per cell at hand: what is counted there. Its value is not known where a duration is not.
create or replace temp table counted_cell as
select
    held.window_months,
    held.month,
    held.part_id,
    place.area,
    case when held.known then cast(held.value * 0.0001 as decimal(18, 4)) end as value,
    held.contributors,
    held.cell_key,
    cast(null as bigint) as amount
from held
inner join place on held.place_id = place.place_id

-- One row per window, area and part: what is counted there, as added up.
create or replace temp table counted_cell as
select
    added_up.window_months,
    added_up.month,
    added_up.part_id,
    place.area,
    cast(added_up.amount * 0.0001 as decimal(18, 4)) as value,
    added_up.contributors,
    added_up.cell_key,
    added_up.amount
from added_up
inner join place on added_up.place_id = place.place_id

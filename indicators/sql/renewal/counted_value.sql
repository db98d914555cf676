-- One row per cell that was counted: its value in ten-thousandths.
select
    cell.window_months,
    cell.month,
    cell.part_id,
    place.place_id,
    cast(cast(cell.value as decimal(38, 4)) * 10000 as bigint) as value
from counted_cell as cell
inner join place on cell.area = place.area

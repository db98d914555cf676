-- One row per cell of a duration: as counted, since its protection puts the persons behind it into `counted_cell`.
create or replace temp table duration_cell as
select
    counted_cell.window_months,
    counted_cell.month,
    counted_cell.part_id,
    counted_cell.area,
    counted_cell.value,
    counted_cell.contributors,
    counted_cell.cell_key
from counted_cell

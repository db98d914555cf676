-- One row per cell of a duration: `counted_cell` by the name that its protection knows it by.
create or replace temp view duration_cell as
select
    counted_cell.window_months,
    counted_cell.month,
    counted_cell.part_id,
    counted_cell.area,
    counted_cell.value,
    counted_cell.contributors,
    counted_cell.cell_key
from counted_cell

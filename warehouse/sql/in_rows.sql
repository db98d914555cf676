-- One row per key asked for: cells that stand in a row, of all areas in a period or of an area in all periods.
select
    key,
    names,
    cells
from cell_row
where list_contains($keys, key)

-- One row per area and period kind of the keys asked for, and indicator: the cells of all periods, oldest first.
-- An indicator is not asked for: beside another condition DuckDB would not use the index.
select
    key,
    indicator,
    periods,
    cells
from series
where list_contains($keys, key)

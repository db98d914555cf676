-- One row per indicator and key asked for: cells of an area in all periods. What stands of all areas is a question of
-- its own: DuckDB makes of two looks into one table by different indexes a reading of all of it.
select
    profile as key,
    indicator,
    names,
    cells
from cell_row
where list_contains($profiles, profile)

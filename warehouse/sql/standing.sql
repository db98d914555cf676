-- One row per indicator, group of people and period of the keys asked for: the cells of all areas.
select
    key,
    areas,
    cells
from standing
where list_contains($keys, key)

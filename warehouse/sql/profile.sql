-- One row per key asked for of cells of all areas in a period (`abreast`), and per indicator and key asked for of those
-- of an area in all periods (`profiles`).
select
    key,
    indicator,
    names,
    cells
from cell_row
where list_contains($abreast, key)
union all
select
    profile as key,
    indicator,
    names,
    cells
from cell_row
where list_contains($profiles, profile)

-- One row per key asked for of cells of all areas in a period (`abreast`), and per indicator and key asked for of those
-- of an area in all periods (`profiles`).
select
    key,
    null as indicator,
    areas as names,
    cells
from standing
where list_contains($abreast, key)
union all
select
    profile as key,
    indicator,
    periods as names,
    cells
from series
where list_contains($profiles, profile)

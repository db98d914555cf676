-- One row per key asked for: cells that stand in a row, of all areas in a period (`abreast`) or of an area in all
-- periods (`along`). Two questions would take twice the time, most of which goes into planning.
select
    key,
    areas as names,
    cells
from standing
where list_contains($abreast, key)
union all
select
    key,
    periods as names,
    cells
from series
where list_contains($along, key)

-- One row per key asked for of cells that stand in a row: those of all areas in a period of an indicator (`abreast`), or
-- those of all periods of an area, for each indicator (`along`).
-- An indicator is not asked for: beside another condition DuckDB would not use the index. Two questions would take
-- twice the time, most of which goes into planning.
select
    key,
    cast(null as varchar) as indicator,
    areas as names,
    cells
from standing
where list_contains($abreast, key)
union all
select
    key,
    indicator,
    periods as names,
    cells
from series
where list_contains($along, key)

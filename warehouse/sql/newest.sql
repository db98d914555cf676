-- One row per period kind and indicator of the keys asked for: the figures of all areas in the newest period.
select
    key,
    indicator,
    areas,
    figures,
    flags
from newest
where list_contains($keys, key)

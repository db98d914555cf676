-- One row per area, period kind and indicator of the keys asked for: the cells of all periods, oldest first.
select
    key,
    indicator,
    periods,
    figures,
    lowers,
    uppers,
    statuses,
    flags
from series
where list_contains($keys, key)

-- One row per fact that the core of every person rests on: another one, and everybody is told anew.
select 'known from ' || coverage.source || ' ' || coverage.known_from as fact
from core.coverage as coverage
union all
select 'area ' || area.code || ' ' || area.level as fact
from core.area as area
union all
select concat_ws(' ', 'scheme', scheme.scheme, scheme.place, scheme.gap_days) as fact
from core.scheme as scheme
union all
select concat_ws(' ', 'age', band.age_band, band.from_age, band.to_age) as fact
from core.age_band as band
order by fact

-- One row per delivered measure.
create table portal.measure_source as
select
    measure,
    source,
    adds_over_areas
from core.measure_source
order by measure

-- One row per measure and source of it.
select
    measure_source.measure,
    measure_source.source
from measure_source
union all
select
    measure_record.measure,
    measure_record.source
from measure_record
order by all

-- One row per measure of persons and source of the records that it is counted from.
create table portal.measure_record as
select
    measure,
    source
from mart.measure_record
order by all

-- One row per expectation checked on a delivery. Numbers of records of persons are rounded up to tens.
create table portal.check_result as
with rounding as (
    select
        delivery.delivery,
        if(delivery.source in (select figures.source from core.measure_source as figures), 1, 10) as tens
    from raw.delivery as delivery
)

select
    checked.delivery,
    checked.table_name,
    checked.kind,
    checked.note,
    checked.severity,
    checked.success,
    (checked.checked + rounding.tens - 1) // rounding.tens * rounding.tens as checked,
    (checked.unexpected + rounding.tens - 1) // rounding.tens * rounding.tens as unexpected,
    if(rounding.tens = 1, checked.observed, '') as observed
from raw.check_result as checked
inner join rounding on checked.delivery = rounding.delivery
order by all

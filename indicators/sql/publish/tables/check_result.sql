-- One row per expectation checked on a delivery.
create table portal.check_result as
select
    delivery,
    table_name,
    kind,
    note,
    severity,
    success,
    checked,
    unexpected,
    observed
from raw.check_result
order by all

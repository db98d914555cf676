-- One row per delivery, in the order of loading.
create table portal.delivery as
select
    delivery,
    place,
    source,
    kind,
    as_of,
    first_period,
    last_period,
    rows_delivered,
    rows_loaded,
    rows_quarantined
from raw.delivery
order by place

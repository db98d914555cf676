-- One row per delivery ever loaded.
select
    delivery,
    rows_delivered,
    rows_loaded,
    rows_quarantined
from raw.delivery

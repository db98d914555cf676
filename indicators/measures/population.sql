-- One row per area and period: inhabitants, as delivered.
select
    breakdown,
    category,
    period_kind,
    period,
    area,
    value,
    status
from core.figure
where measure = 'population'

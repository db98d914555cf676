-- One row per area and period: people registered as wholly unemployed, as delivered.
select
    breakdown,
    category,
    period_kind,
    period,
    area,
    value,
    status
from core.figure
where measure = 'registered_unemployed'

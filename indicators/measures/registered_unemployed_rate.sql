-- One row per area and period: wholly unemployed people in per cent of the labour force, as delivered.
select
    breakdown,
    category,
    period_kind,
    period,
    area,
    value,
    status
from core.figure
where measure = 'registered_unemployed_rate'

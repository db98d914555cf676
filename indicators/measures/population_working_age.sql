-- One row per area and period: inhabitants of working age, as delivered.
select
    breakdown,
    category,
    period_kind,
    period,
    area,
    value,
    status
from core.figure
where measure = 'population_working_age'

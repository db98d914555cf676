-- One row per area and period: employees living there, converted into full-time persons, as delivered.
select
    breakdown,
    category,
    period_kind,
    period,
    area,
    value,
    status
from core.figure
where measure = 'full_time_employees'

-- One row per area and period: unemployed recipients of social assistance, as delivered.
select
    breakdown,
    category,
    period_kind,
    period,
    area,
    value,
    status
from core.figure
where measure = 'social_assistance_recipients'

-- One row per indicator and period that the delivery speaks of: what was said of them before is replaced.
select distinct
    judged.indicator,
    period.period_kind,
    period.period,
    period.starts_on,
    period.ends_on
from stage.judged as judged
inner join stage.period as period
    on judged.period_kind = period.period_kind and judged.period = period.period

-- One row per indicator and period that the delivery speaks of: what was said of them before is replaced.
select distinct
    understood.indicator,
    period.period_kind,
    period.period,
    period.starts_on,
    period.ends_on
from stage.understood as understood
inner join stage.period as period
    on understood.period_kind = period.period_kind and understood.period = period.period

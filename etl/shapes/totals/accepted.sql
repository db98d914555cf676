-- One row per total: all of them, for one that breaks a rule refuses the delivery.
select
    understood.file,
    understood.line,
    understood.indicator,
    understood.breakdown,
    understood.category,
    understood.period_kind,
    understood.period,
    understood.area,
    understood.total,
    understood.within
from stage.understood as understood

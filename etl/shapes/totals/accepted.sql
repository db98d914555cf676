-- One row per total: all of them, for one that breaks a rule refuses the delivery.
select
    judged.file,
    judged.line,
    judged.indicator,
    judged.breakdown,
    judged.category,
    judged.period_kind,
    judged.period,
    judged.area,
    judged.total,
    judged.within
from stage.judged as judged

-- One row per figure that breaks no rule.
select
    judged.file,
    judged.line,
    judged.measure,
    judged.breakdown,
    judged.category,
    judged.period_kind,
    judged.period,
    judged.area_code as area,
    judged.number as value, -- noqa: RF04
    judged.status
from stage.judged as judged
where judged.rule is null

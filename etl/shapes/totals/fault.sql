-- One row per row that breaks a rule: it refuses the delivery.
select
    understood.file,
    understood.rule,
    understood.line,
    understood.column_name,
    coalesce('"' || understood.detail || '"', '') as detail
from stage.understood as understood
where understood.rule is not null
order by understood.file, understood.line

-- One row per row that breaks a rule: it refuses the delivery.
select
    judged.file,
    judged.rule,
    judged.line,
    judged.column_name,
    coalesce('"' || judged.detail || '"', '') as detail
from stage.judged as judged
where judged.rule is not null
order by judged.file, judged.line

-- One row per delivered row that breaks a rule; `value_class` says what stood there, never the value.
select
    judged.file,
    judged.rule,
    judged.line,
    column_role.column_name,
    judged.value_class
from stage.judged as judged
inner join stage.column_role as column_role
    on judged.holds = column_role.holds
where judged.rule is not null
order by judged.file, judged.line

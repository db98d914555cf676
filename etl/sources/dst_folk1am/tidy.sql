-- One row per delivered row of FOLK1AM: inhabitants of an area in a month.
select
    delivered.file,
    delivered.line,
    sex.code as category,
    delivered."OMRÅDE" as area_label,
    delivered."INDHOLD" as value_text,
    'population' as measure,
    'month' as period_kind,
    'value' as status,
    null as area,
    if(sex.code = 'all', 'all', 'sex') as breakdown,
    replace(delivered."TID", 'M', '-') as period
from stage.delivered as delivered
inner join stage.column_label as sex
    on sex.column_name = 'KØN' and delivered."KØN" = sex.label

-- One row per delivered row of AUK01: recipients of social assistance in an area and quarter.
select
    delivered.file,
    delivered.line,
    measure.code as measure,
    sex.code as category,
    delivered."OMRÅDE" as area_label,
    delivered."INDHOLD" as value_text,
    'quarter' as period_kind,
    'value' as status,
    null as area,
    if(sex.code = 'all', 'all', 'sex') as breakdown,
    replace(delivered."TID", 'Q', '-Q') as period
from stage.delivered as delivered
inner join stage.column_label as measure
    on measure.column_name = 'YDELSESTYPE' and delivered."YDELSESTYPE" = measure.label
inner join stage.column_label as sex
    on sex.column_name = 'KØN' and delivered."KØN" = sex.label

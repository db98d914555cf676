-- One row per delivered row of LBESK69: employees living in an area in a quarter, as full-time persons.
select
    delivered.file,
    delivered.line,
    measure.code as measure,
    sex.code as category,
    delivered."BOPKOM" as area_label,
    delivered."INDHOLD" as value_text,
    'quarter' as period_kind,
    'value' as status,
    null as area,
    if(sex.code = 'all', 'all', 'sex') as breakdown,
    replace(delivered."TID", 'Q', '-Q') as period
from stage.delivered as delivered
inner join stage.column_label as measure
    on measure.column_name = 'TAL' and delivered."TAL" = measure.label
inner join stage.column_label as sex
    on sex.column_name = 'KØN' and delivered."KØN" = sex.label

-- One row per delivered row: what was spent in an area and quarter on one category of the LMP.
select
    delivered.file,
    delivered.line,
    delivered.area,
    delivered.quarter as period,
    delivered.amount as value_text,
    category.code as measure,
    'quarter' as period_kind,
    'value' as status,
    null as area_label,
    'all' as breakdown,
    'all' as category
from stage.delivered as delivered
inner join stage.column_label as category
    on category.column_name = 'category' and delivered.category = category.label

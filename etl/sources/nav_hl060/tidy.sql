-- One row per figure of HL060: a count or percentage of one area and month; hidden figures are marked with a star.
select
    delivered.file,
    delivered.line,
    measure.code as measure,
    delivered.area as area_label,
    delivered.value as value_text,
    'all' as breakdown,
    'all' as category,
    'month' as period_kind,
    nullif(regexp_extract(delivered.area, '^([0-9]{4}) ', 1), '') as area,
    if(delivered.value = '*', 'suppressed', 'value') as status,
    delivered.year || '-' || month.code as period
from stage.delivered as delivered
inner join stage.column_label as measure
    on measure.column_name = 'sheet' and delivered.sheet = measure.label
inner join stage.column_label as month
    on month.column_name = 'month' and delivered.month = month.label

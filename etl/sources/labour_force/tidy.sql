-- One row per delivered row: the labour force of an area and month, of a sex and an age or of all.
select
    delivered.file,
    delivered.line,
    delivered.area,
    delivered.month as period,
    delivered.persons as value_text,
    'labour_force' as measure,
    'month' as period_kind,
    'value' as status,
    null as area_label,
    case
        when delivered.sex = 'all' and delivered.age = 'all' then 'all'
        when delivered.age = 'all' then 'sex'
        when delivered.sex = 'all' then 'age'
        else 'sex.age'
    end as breakdown,
    case
        when delivered.age = 'all' then delivered.sex
        when delivered.sex = 'all' then delivered.age
        else delivered.sex || '.' || delivered.age
    end as category
from stage.delivered as delivered

-- One row per delivered row that breaks a rule; `value_class` says what stood there, never the value.
select
    tidy.file,
    struct_extract(tidy.fault, 'rule') as rule,
    tidy.line,
    struct_extract(tidy.fault, 'column_name') as column_name,
    struct_extract(tidy.fault, 'value_class') as value_class
from stage.tidy as tidy
anti join stage.emptied as emptied
    on tidy.file = emptied.file and tidy.line = emptied.line
where tidy.fault is not null
union all
select
    repeated.file,
    if(repeated.versions > 1, 'contradicts another row', 'repeats another row') as rule,
    repeated.line,
    array_to_string(getvariable('contract').key, ', ') as column_name,
    if(repeated.versions > 1, 'another row for the same thing', 'the same row again') as value_class
from stage.repeated as repeated
order by file, line

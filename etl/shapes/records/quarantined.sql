-- One row per delivered row that breaks a rule; `value_class` says what stood there, never the value.
select
    faulty.file,
    struct_extract(faulty.fault, 'rule') as rule,
    faulty.line,
    struct_extract(faulty.fault, 'column_name') as column_name,
    struct_extract(faulty.fault, 'value_class') as value_class
from stage.faulty as faulty
anti join stage.emptied as emptied
    on faulty.file = emptied.file and faulty.line = emptied.line
union all
select
    repeated.file,
    if(repeated.versions > 1, 'contradicts another row', 'repeats another row') as rule,
    repeated.line,
    array_to_string(getvariable('contract').key, ', ') as column_name,
    if(repeated.versions > 1, 'another row for the same thing', 'the same row again') as value_class
from stage.repeated as repeated
order by file, line

-- One row per delivered month in education with the first rule that it breaks.
with typed as (
    select
        delivered.file,
        delivered.line,
        delivered as written,
        as_person(delivered.person_id) as person_id,
        as_month(delivered.month) as month,
        as_text(delivered.level) as level
    from stage.delivered as delivered
)

select
    typed.file,
    typed.line,
    typed.person_id,
    typed.month,
    typed.level,
    coalesce(
        person_fault('person_id', typed.written.person_id, typed.person_id),
        month_fault('month', typed.written.month, typed.month),
        code_fault('level', typed.level)
    ) as fault
from typed

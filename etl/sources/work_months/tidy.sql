-- One row per delivered month of paid work with the first rule that it breaks.
with typed as (
    select
        delivered.file,
        delivered.line,
        delivered as written,
        as_person(delivered.person_id) as person_id,
        as_month(delivered.month) as month,
        as_integer(delivered.hours) as hours,
        as_integer(delivered.earnings) as earnings
    from stage.delivered as delivered
)

select
    typed.file,
    typed.line,
    typed.person_id,
    typed.month,
    typed.hours,
    typed.earnings,
    coalesce(
        person_fault('person_id', typed.written.person_id, typed.person_id),
        month_fault('month', typed.written.month, typed.month),
        integer_fault('hours', typed.written.hours, typed.hours),
        integer_fault('earnings', typed.written.earnings, typed.earnings)
    ) as fault
from typed

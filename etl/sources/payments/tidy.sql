-- One row per delivered payment of a benefit with the first rule that it breaks.
with typed as (
    select
        delivered.file,
        delivered.line,
        delivered as written,
        as_person(delivered.person_id) as person_id,
        as_text(delivered.scheme) as scheme,
        as_month(delivered.month) as month,
        as_integer(delivered.amount) as amount,
        as_day(delivered.paid_on) as paid_on,
        as_day(delivered.due_on) as due_on
    from stage.delivered as delivered
)

select
    typed.file,
    typed.line,
    typed.person_id,
    typed.scheme,
    typed.month,
    typed.amount,
    typed.paid_on,
    typed.due_on,
    coalesce(
        person_fault('person_id', typed.written.person_id, typed.person_id),
        code_fault('scheme', typed.scheme),
        month_fault('month', typed.written.month, typed.month),
        integer_fault('amount', typed.written.amount, typed.amount),
        day_fault('paid_on', typed.written.paid_on, typed.paid_on),
        day_fault('due_on', typed.written.due_on, typed.due_on)
    ) as fault
from typed

-- One row per delivered vacancy with the first rule that it breaks; `closed_on` is the first day after.
with typed as (
    select
        delivered.file,
        delivered.line,
        delivered as written,
        as_text(delivered.vacancy_id) as vacancy_id,
        as_person(delivered.employer_id) as person_id,
        as_text(delivered.area) as area,
        as_text(delivered.industry) as industry,
        as_integer(delivered.positions) as positions,
        as_day(delivered.opened_on) as opened_on,
        as_end(delivered.closed_on) as closed_on,
        as_day(delivered.filled_on) as filled_on,
        as_integer(delivered.filled_positions) as filled_positions,
        as_integer(delivered.referred_positions) as referred_positions
    from stage.delivered as delivered
)

select
    typed.file,
    typed.line,
    typed.vacancy_id,
    typed.person_id,
    typed.area,
    typed.industry,
    typed.positions,
    typed.opened_on,
    typed.closed_on,
    typed.filled_on,
    typed.filled_positions,
    typed.referred_positions,
    coalesce(
        person_fault('employer_id', typed.written.employer_id, typed.person_id),
        code_fault('vacancy_id', typed.vacancy_id),
        code_fault('area', typed.area),
        code_fault('industry', typed.industry),
        integer_fault('positions', typed.written.positions, typed.positions),
        day_fault('opened_on', typed.written.opened_on, typed.opened_on),
        end_fault('closed_on', typed.written.closed_on, typed.closed_on, typed.opened_on),
        day_fault('filled_on', typed.written.filled_on, typed.filled_on),
        integer_fault('filled_positions', typed.written.filled_positions, typed.filled_positions),
        integer_fault('referred_positions', typed.written.referred_positions, typed.referred_positions),
        case
            when typed.filled_on < typed.opened_on
                then broken('filled_on', 'must not lie before the day on which it opened', 'day before the start')
            when typed.filled_positions > 0 and typed.filled_on is null
                then broken('filled_on', 'must be there when positions are filled', 'empty')
            when typed.filled_positions > typed.positions
                then broken('filled_positions', 'must not be more than its positions', 'number out of range')
            when typed.referred_positions > coalesce(typed.filled_positions, typed.positions)
                then broken('referred_positions', 'must not be more than those filled', 'number out of range')
        end
    ) as fault
from typed

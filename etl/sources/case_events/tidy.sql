-- One row per delivered event of a case with the first rule that it breaks; an unknown case breaks none.
with typed as (
    select
        delivered.file,
        delivered.line,
        delivered as written,
        as_text(delivered.case_id) as case_id,
        as_person(delivered.person_id) as person_id,
        as_text(delivered.kind) as kind,
        as_day(delivered.happened_on) as happened_on,
        as_day(delivered.due_on) as due_on,
        as_flag(delivered.exempt) as exempt,
        as_text(delivered.attendance) as attendance,
        as_text(delivered.actor_organisation) as actor_organisation,
        as_text(delivered.actor_sector) as actor_sector
    from stage.delivered as delivered
)

select
    typed.file,
    typed.line,
    typed.case_id,
    typed.person_id,
    typed.kind,
    typed.happened_on,
    typed.due_on,
    typed.exempt,
    typed.attendance,
    typed.actor_organisation,
    typed.actor_sector,
    coalesce(
        person_fault('person_id', typed.written.person_id, typed.person_id),
        code_fault('case_id', typed.case_id),
        code_fault('kind', typed.kind),
        day_fault('happened_on', typed.written.happened_on, typed.happened_on),
        day_fault('due_on', typed.written.due_on, typed.due_on),
        flag_fault('exempt', typed.written.exempt, typed.exempt),
        code_fault('attendance', typed.attendance),
        code_fault('actor_organisation', typed.actor_organisation),
        code_fault('actor_sector', typed.actor_sector),
        case_fault('happened_on', typed.happened_on, known_case.opened_on),
        case_fault('due_on', typed.due_on, known_case.opened_on)
    ) as fault
from typed
left join stage.known_case as known_case
    on typed.case_id = known_case.case_id and typed.person_id = known_case.person_id

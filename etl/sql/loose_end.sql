-- One row per kind of thing that records speak of and that is not known: how many there are, and what becomes of them.
with loose_event as (
    select count(*) as loose
    from raw.case_events as events
    anti join raw.cases as cases
        on events.case_id = cases.case_id and events.person_id = cases.person_id
),

loose_person as (
    select count(distinct states.person_id) as loose
    from core.person_state as states
    anti join raw.person_states as told
        on states.person_id = told.person_id
)

select
    'case_events' as source,
    'events of cases that are not known' as what,
    loose_event.loose,
    'kept, and not counted' as meaning
from loose_event
where loose_event.loose > 0
union all
select
    'person_states' as source,
    'persons of whom no state is known' as what,
    loose_person.loose,
    'they count where nothing is stated' as meaning
from loose_person
where loose_person.loose > 0

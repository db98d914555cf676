-- One row per kind of thing that records speak of and that is not known: how many there are, and what becomes of them.
with passed_over as (
    -- Cases that are known, and that the core tells of nobody or of somebody else.
    select
        told.case_id,
        told.person_id
    from raw.cases as told
    anti join core.case_file as case_file
        on told.case_id = case_file.case_id and told.person_id = case_file.person_id
),

passed_event as (
    select count(*) as passed
    from raw.case_events as events
    semi join passed_over
        on events.case_id = passed_over.case_id and events.person_id = passed_over.person_id
),

-- Of all events those are left that neither the core tells nor a case is known for: counting is quicker than searching.
loose_event as (
    select
        (select count(*) from raw.case_events)
        - (select count(*) from core.case_event)
        - passed_event.passed as loose
    from passed_event
),

stateless as (
    select states.person_id
    from core.person_state as states
    where states.from_month = -999999 and states.next_month = 1000000
),

loose_person as (
    select count(*) as loose
    from stateless
    anti join raw.person_states as told
        on stateless.person_id = told.person_id
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

-- One row per person of an age that is counted and stretch of months in one state; persons by number. Areas that
-- merged or were split are left out.
with stepped as (
    select unnest([succession.code, succession.successor_code]) as area
    from core.succession as succession
),

person as (
    select
        known.person_id,
        row_number() over (order by known.person_id) as person
    from (select distinct state.person_id from core.person_state as state) as known
)

select
    person.person,
    state.from_month,
    state.next_month,
    state.area,
    state.sex,
    state.age_band as age
from core.person_state as state
inner join person on state.person_id = person.person_id
where
    state.age_band != 'outside'
    and state.area not in (select stepped.area from stepped)

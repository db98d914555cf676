-- One row per person of an age that is counted and stretch of months in one state.
create or replace temp table counted_state as
select
    person.person_no,
    person.person_key,
    base_area.base_id,
    profile.profile_id,
    state.from_month,
    state.next_month
from core.person_state as state
inner join counted_person as person on state.person_id = person.person_id
inner join base_area on state.area = base_area.area
inner join profile
    on
        state.sex = profile.sex
        and state.age_band = profile.age_band
        and state.origin = profile.origin

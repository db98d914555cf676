-- One row per person of an age that is counted and stretch of months in one state; and per workplace, which is in one
-- area for ever and has neither sex, age nor origin.
create or replace temp table counted_state as
with known as (
    select
        state.person_id,
        state.area,
        state.sex,
        state.age_band,
        state.origin,
        state.from_month,
        state.next_month
    from core.person_state as state
    union all
    select
        workplace.workplace_id as person_id,
        workplace.area,
        'not_stated' as sex,
        'not_stated' as age_band,
        'not_stated' as origin,
        -999999 as from_month,
        1000000 as next_month
    from core.workplace as workplace
)

select
    person.person_no,
    person.person_key,
    base_area.base_id,
    profile.profile_id,
    known.from_month,
    known.next_month
from known
inner join counted_person as person on known.person_id = person.person_id
inner join base_area on known.area = base_area.area
inner join profile
    on
        known.sex = profile.sex
        and known.age_band = profile.age_band
        and known.origin = profile.origin

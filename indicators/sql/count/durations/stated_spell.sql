-- One row per spell and own category (`all` included), in the state of its month.
create or replace temp table stated_spell as
with stated as (
    select
        person.person_no,
        state.person_key,
        state.base_id,
        state.profile_id,
        unnest(case when own_category.own = 0 then [0] else [0, own_category.own] end) as own,
        spell.month,
        spell.days,
        spell.has_ended
    from spell
    inner join counted_person as person on spell.person_id = person.person_id
    inner join counted_state as state
        on
            person.person_no = state.person_no
            and spell.month >= state.from_month
            and spell.month < state.next_month
    inner join own_category
        on
            own_category.breakdown = 'scheme'
            and coalesce(spell.category, 'all') = own_category.category
)

select
    stated.base_id,
    stated.own,
    kept_profile.kept_id as profile_id,
    stated.month,
    stated.days,
    stated.has_ended,
    stated.person_no,
    stated.person_key
from stated
inner join kept_profile
    on
        stated.own = kept_profile.own
        and stated.profile_id = kept_profile.profile_id

-- One row per spell and own category: whose it is, and how long, as when everybody is counted, but without numbers of
-- persons. What comes after $longest days is of no matter, unless that is 0.
with stated as (
    select
        base_area.base_id,
        profile.profile_id,
        unnest(case when own_category.own = 0 then [0] else [0, own_category.own] end) as own,
        spell.month,
        case when $longest = 0 then spell.days else least(spell.days, $longest) end as days,
        spell.has_ended
    from spell
    inner join core.person_state as state
        on
            spell.person_id = state.person_id
            and spell.month >= state.from_month
            and spell.month < state.next_month
    inner join base_area on state.area = base_area.area
    inner join profile
        on
            state.sex = profile.sex
            and state.age_band = profile.age_band
            and state.origin = profile.origin
    inner join own_category
        on
            own_category.breakdown = 'scheme'
            and coalesce(spell.category, 'all') = own_category.category
)

select
    crowd.crowd,
    stated.base_id - 1 as base,
    stated.month,
    stated.days,
    stated.has_ended
from stated
inner join kept_profile
    on
        stated.own = kept_profile.own
        and stated.profile_id = kept_profile.profile_id
inner join crowd
    on
        kept_profile.own = crowd.own
        and kept_profile.kept_id = crowd.kept_id

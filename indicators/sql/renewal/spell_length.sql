-- One row per spell and own category: whose it is, and how long, as when everybody is counted, but without numbers of
-- persons. What comes after $longest days is of no matter, unless that is 0.
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
),

stated as (
    select
        base_area.base_id,
        profile.profile_id,
        unnest(case when own_category.own = 0 then [0] else [0, own_category.own] end) as own,
        spell.month,
        case when $longest = 0 then spell.days else least(spell.days, $longest) end as days,
        spell.has_ended
    from spell
    inner join known
        on
            spell.person_id = known.person_id
            and spell.month >= known.from_month
            and spell.month < known.next_month
    inner join base_area on known.area = base_area.area
    inner join profile
        on
            known.sex = profile.sex
            and known.age_band = profile.age_band
            and known.origin = profile.origin
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

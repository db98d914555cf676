-- One row per indicator that the release before (`previous`) counts and protects as this one does, in the same areas.
-- Texts may differ.
create or replace temp view counted_alike as
with other_measure as (
    select measure.measure
    from portal.measure as measure
    left join previous.measure as before on measure.measure = before.measure
    where coalesce(measure.sql != before.sql, true)
),

country_now as (
    select
        (select profile -> '$.persons' from portal.country) as rules,
        (
            select coalesce(sum(hash(code, level, valid_from, valid_to)), 0)
            from portal.area
        ) as areas,
        (
            select coalesce(sum(hash(grouping, group_code, member_code, valid_from, valid_to)), 0)
            from portal.membership
        ) as members,
        (
            select coalesce(sum(hash(code, successor_code, from_date)), 0)
            from portal.succession
        ) as successions
),

country_before as (
    select
        (select profile -> '$.persons' from previous.country) as rules,
        (
            select coalesce(sum(hash(code, level, valid_from, valid_to)), 0)
            from previous.area
        ) as areas,
        (
            select coalesce(sum(hash(grouping, group_code, member_code, valid_from, valid_to)), 0)
            from previous.membership
        ) as members,
        (
            select coalesce(sum(hash(code, successor_code, from_date)), 0)
            from previous.succession
        ) as successions
)

select indicator.indicator
from portal.indicator as indicator
inner join previous.indicator as before
    on
        indicator.indicator = before.indicator
        and (indicator.definition -> [
            '$.numerator', '$.denominator', '$.count', '$.per', '$.unit', '$.statistic', '$.at_days', '$.parameters',
            '$.parts'
        ]) = (before.definition -> [
            '$.numerator', '$.denominator', '$.count', '$.per', '$.unit', '$.statistic', '$.at_days', '$.parameters',
            '$.parts'
        ])
cross join country_now
inner join country_before
    on
        country_now.rules = country_before.rules
        and country_now.areas = country_before.areas
        and country_now.members = country_before.members
        and country_now.successions = country_before.successions
anti join other_measure
    on
        other_measure.measure = indicator.definition ->> '$.numerator'
        or other_measure.measure = indicator.definition ->> '$.denominator'

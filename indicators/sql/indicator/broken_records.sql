-- One row more per period in which the records change that the indicator under way rests on, as the country's profile
-- says.
insert into broken
with listed as (
    select
        unnest(
            from_json(country.profile -> '$.persons.breaks', '[{"source": "varchar", "period": "varchar"}]')
        ) as told
    from core.country as country
)

select distinct
    inside.period_kind,
    inside.period
from listed
inner join calendar as first_after
    on
        listed.told.period = first_after.period
        and first_after.period_kind != 'rolling_year'
inner join calendar as inside
    on
        first_after.first_day >= inside.first_day
        and first_after.first_day <= inside.last_day
anti join broken as known
    on
        inside.period_kind = known.period_kind
        and inside.period = known.period
where list_contains($sources, listed.told.source)

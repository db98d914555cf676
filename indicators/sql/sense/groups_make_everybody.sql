-- One row per indicator, breakdown, area and period whose figure of everybody is not that of the groups, within
-- rounding. Only where each person, event or day is in one group, and counted here. Groups that are hidden may hold
-- what is missing, but nothing may be too much.
with counted as (
    select indicator.indicator
    from mart.indicator as indicator
    where
        indicator.definition ->> '$.denominator' is null
        and indicator.definition ->> '$.count' in ('persons', 'amount')
),

rounding as (
    select coalesce(cast(country.profile ->> '$.persons.protection.base' as integer), 1) as base
    from core.country as country
),

groups as (
    select
        cell.indicator,
        cell.breakdown,
        cell.area,
        cell.period_kind,
        cell.period,
        sum(cell.value) as parts,
        count(cell.value) as figures,
        count_if(cell.value is null) as hidden
    from mart.cell as cell
    semi join counted on cell.indicator = counted.indicator
    where cell.breakdown in ('sex', 'age', 'origin', 'destination', 'need')
    group by
        cell.indicator,
        cell.breakdown,
        cell.area,
        cell.period_kind,
        cell.period
)

select
    groups.indicator,
    groups.breakdown,
    groups.area,
    groups.period
from groups
inner join mart.cell as everybody
    on
        groups.indicator = everybody.indicator
        and groups.area = everybody.area
        and groups.period_kind = everybody.period_kind
        and groups.period = everybody.period
cross join rounding
where
    everybody.breakdown = 'all'
    and (
        groups.parts - everybody.value > (groups.figures + 1) * (rounding.base - 1)
        or (
            groups.hidden = 0
            and everybody.value - groups.parts > (groups.figures + 1) * (rounding.base - 1)
        )
    )

-- One row per indicator and period whose figure of the whole country is not that of its areas, within rounding; what a
-- source counted itself is as it is, and looked at when it is loaded.
-- Rounded figures are off by less than the base each, and up or down by chance: eight standard deviations of their sum
-- are as good as never passed. Areas that are hidden, or not told of at all, may hold what is missing, but nothing may
-- be too much.
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

-- A residual area that holds others is not told twice.
placed as (
    select
        area.code,
        area.valid_to,
        json_extract_string(country.profile, '$.levels.' || area.level || '.role') as role
    from core.area as area
    cross join core.country as country
    anti join core.membership as held
        on
            area.code = held.group_code
            and area.level = held.grouping
            and json_extract_string(country.profile, '$.levels.' || area.level || '.role') = 'residual'
),

standing as (
    select count(*) as areas
    from placed
    where placed.role = 'base' and placed.valid_to is null
),

balance as (
    select
        cell.indicator,
        cell.period_kind,
        cell.period,
        max(cell.value) filter (where placed.role = 'country') as whole,
        sum(cell.value) filter (where placed.role != 'country') as parts,
        count(cell.value) as figures,
        count_if(cell.value is null) as hidden,
        count(*) filter (where placed.role = 'base') as told,
        max(if(contains(cell.flags, 'rounded'), rounding.base, 1)) as base
    from mart.cell as cell
    inner join counted on cell.indicator = counted.indicator
    inner join placed on cell.area = placed.code
    cross join rounding
    where
        cell.breakdown = 'all'
        and placed.role in ('country', 'base', 'residual')
        and not contains(cell.flags, 'predecessors')
    group by
        cell.indicator,
        cell.period_kind,
        cell.period
),

judged as (
    select
        balance.*,
        if(
            balance.base = 1,
            balance.figures / 2,
            least(
                balance.figures * (balance.base - 1),
                8 * sqrt((balance.base * balance.base - 1) / 6 * balance.figures)
            )
        ) as most
    from balance
)

select
    judged.indicator,
    'all' as breakdown,
    'the whole country' as area,
    judged.period
from judged
cross join standing
where
    judged.parts - judged.whole > judged.most
    or (judged.hidden = 0 and judged.told >= standing.areas and judged.whole - judged.parts > judged.most)

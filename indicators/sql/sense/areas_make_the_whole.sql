-- One row per indicator and period whose figure of the whole country is not that of its areas, within rounding.
-- Rounded figures are off by less than the base each, and up or down by chance: eight standard deviations of their sum
-- are as good as never passed. Areas that are hidden may hold what is missing, but nothing may be too much.
with counted as (
    select
        indicator.indicator,
        coalesce(delivered.adds_over_areas, true) as adds
    from mart.indicator as indicator
    left join core.measure_source as delivered on indicator.definition ->> '$.numerator' = delivered.measure
    where
        indicator.definition ->> '$.denominator' is null
        and indicator.definition ->> '$.count' in ('persons', 'amount', 'delivered')
),

rounding as (
    select coalesce(cast(country.profile ->> '$.persons.protection.base' as integer), 1) as base
    from core.country as country
),

placed as (
    select
        area.code,
        json_extract_string(country.profile, '$.levels.' || area.level || '.role') as role
    from core.area as area
    cross join core.country as country
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
        max(if(contains(cell.flags, 'rounded'), rounding.base, 1)) as base
    from mart.cell as cell
    inner join counted on cell.indicator = counted.indicator
    inner join placed on cell.area = placed.code
    cross join rounding
    where
        counted.adds
        and cell.breakdown = 'all'
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
where
    judged.parts - judged.whole > judged.most
    or (judged.hidden = 0 and judged.whole - judged.parts > judged.most)

-- One row: the number of cells that are shown under one that is withdrawn or too small to be split, be it by category,
-- by area or by window. What an attack has closed in a group stays open in the areas of the group, and what is held was
-- told when the whole was. What is made of published figures hides with these, of which other laws speak.
with protection as (
    select
        country.profile,
        cast(country.profile ->> '$.persons.protection.split_from' as integer) as split_from
    from portal.country as country
),

attacked as (
    select distinct
        definition.indicator,
        split.area
    from portal.withdrawn_split as split
    inner join definition
        on split_part(split.figure, ' ', 1) in (definition.numerator, definition.denominator)
),

closed as (
    select
        cell.indicator,
        cell.breakdown,
        cell.category,
        cell.period_kind,
        cell.period,
        cell.area,
        attacked.area is not null as by_attack
    from portal.cell as cell
    inner join definition on cell.indicator = definition.indicator
    cross join protection
    left join attacked
        on
            cell.indicator = attacked.indicator
            and cell.area = attacked.area
    where
        definition.count_kind != 'delivered'
        and not definition.is_derived
        and (
            cell.status = 'withdrawn'
            or (
                definition.count_kind in ('persons', 'amount')
                and definition.denominator is null
                and cell.value < protection.split_from
            )
        )
),

category as (
    select distinct
        cell.breakdown,
        cell.category
    from portal.cell as cell
),

margin as (
    select
        category.breakdown,
        category.category,
        unnest(['all', split_part(category.breakdown, '.', 1), split_part(category.breakdown, '.', 2)]) as of_breakdown,
        unnest(['all', split_part(category.category, '.', 1), split_part(category.category, '.', 2)]) as of_category
    from category
    where category.breakdown != 'all'
),

member as (
    select
        membership.member_code as area,
        membership.group_code as of_area,
        membership.valid_from,
        membership.valid_to
    from portal.membership as membership
    cross join protection
    where json_extract_string(protection.profile, '$.levels.' || membership.grouping || '.role') = 'nested'
    union all
    select
        area.code as area,
        whole.code as of_area,
        null as valid_from,
        null as valid_to
    from portal.area as area
    inner join portal.area as whole on area.code != whole.code
    cross join protection
    where json_extract_string(protection.profile, '$.levels.' || whole.level || '.role') = 'country'
),

span as (
    select
        part.period_kind,
        part.period,
        whole.period_kind as of_period_kind,
        whole.period as of_period
    from calendar as part
    inner join calendar as whole
        on
            (
                part.period_kind = 'month'
                and whole.period_kind = 'quarter'
                and part.first_day between whole.first_day and whole.last_day
            )
            or (
                part.period_kind = 'quarter'
                and whole.period_kind = 'rolling_year'
                and part.last_day = whole.last_day
            )
),

under as (
    select
        closed.indicator,
        margin.breakdown,
        margin.category,
        closed.period_kind,
        closed.period,
        closed.area
    from closed
    inner join margin
        on
            closed.breakdown = margin.of_breakdown
            and closed.category = margin.of_category
    where margin.breakdown != margin.of_breakdown
    union all
    select
        closed.indicator,
        closed.breakdown,
        closed.category,
        closed.period_kind,
        closed.period,
        member.area
    from closed
    inner join calendar
        on
            closed.period_kind = calendar.period_kind
            and closed.period = calendar.period
    inner join member
        on
            closed.area = member.of_area
            and coalesce(member.valid_from, calendar.last_day) <= calendar.last_day
            and coalesce(member.valid_to, calendar.last_day) >= calendar.last_day
    where not closed.by_attack
    union all
    select
        closed.indicator,
        closed.breakdown,
        closed.category,
        span.period_kind,
        span.period,
        closed.area
    from closed
    inner join span
        on
            closed.period_kind = span.of_period_kind
            and closed.period = span.of_period
)

select count(*) as broken
from portal.cell as cell
semi join under
    on
        cell.indicator = under.indicator
        and cell.breakdown = under.breakdown
        and cell.category = under.category
        and cell.period_kind = under.period_kind
        and cell.period = under.period
        and cell.area = under.area
where
    cell.status in ('value', 'beyond', 'too_few', 'not_applicable')
    and not list_contains(string_split(cell.flags, ','), 'held')

-- One row per category, period and area of a difference: one published figure less another, and nothing else.
-- What hides one of the two hides the difference, by the status that says most of why; of what is larger than is
-- followed there is none. The interval squares and adds: R. G. Newcombe, Statistics in Medicine 17 (1998) 873-890,
-- method 10; comparison/intervals.py says the same in Python.
insert into portal.cell
with pair as (
    select
        unnest($breakdowns) as breakdown,
        unnest($categories) as category,
        unnest($first_breakdowns) as first_breakdown,
        unnest($first_categories) as first_category,
        unnest($second_breakdowns) as second_breakdown,
        unnest($second_categories) as second_category
),

beside as (
    select
        pair.breakdown,
        pair.category,
        one.period_kind,
        one.period,
        one.area,
        one.value - other.value as difference,
        $has_interval and one.lower is not null and other.lower is not null as has_interval,
        greatest(0, cast(one.value - one.lower as double)) as one_below,
        greatest(0, cast(one.upper - one.value as double)) as one_above,
        greatest(0, cast(other.value - other.lower as double)) as other_below,
        greatest(0, cast(other.upper - other.value as double)) as other_above,
        if(
            one.value is null,
            coalesce(list_position($hiding, one.status), list_position($hiding, 'not_available')),
            null
        ) as one_hides,
        if(
            other.value is null,
            coalesce(list_position($hiding, other.status), list_position($hiding, 'not_available')),
            null
        ) as other_hides,
        string_split(concat_ws(',', nullif(one.flags, ''), nullif(other.flags, '')), ',') as flags
    from pair
    inner join portal.cell as one
        on
            pair.first_breakdown = one.breakdown
            and pair.first_category = one.category
    inner join portal.cell as other
        on
            pair.second_breakdown = other.breakdown
            and pair.second_category = other.category
            and one.period_kind = other.period_kind
            and one.period = other.period
            and one.area = other.area
    where
        one.indicator = $first
        and other.indicator = $second
        and list_contains($period_kinds, one.period_kind)
)

select
    $indicator as indicator,
    beside.breakdown,
    beside.category,
    beside.period_kind,
    beside.period,
    beside.area,
    beside.difference as value, -- noqa: RF04
    null as numerator,
    null as denominator,
    case
        when beside.has_interval
            then
                cast(beside.difference as double)
                - sqrt(pow(beside.one_below, 2) + pow(beside.other_above, 2))
    end as lower,
    case
        when beside.has_interval
            then
                cast(beside.difference as double)
                + sqrt(pow(beside.one_above, 2) + pow(beside.other_below, 2))
    end as upper,
    coalesce($hiding[least(beside.one_hides, beside.other_hides)], 'value') as status,
    if(beside.difference is null, '', array_to_string(list_sort(list_distinct(beside.flags)), ',')) as flags
from beside
order by
    beside.breakdown,
    beside.period_kind,
    beside.category,
    beside.period,
    beside.area

-- One row per category, period and area of the indicator under way: its figure, or that there is none.
-- The periods run from the first to the last that anything is known of. Areas are those that stand on a period's last
-- day and any other that has a figure; a residual area only where its source reports it.
-- The rows are written in the order in which the release keeps them.
insert into mart.cell
with category as (
    select distinct
        told.breakdown,
        told.category,
        told.period_kind
    from told_cell as told
),

told_period as (
    select distinct
        told.period_kind,
        told.period
    from told_cell as told
),

span as (
    select
        calendar.period_kind,
        min(calendar.first_day) as first_day,
        max(calendar.last_day) as last_day
    from told_period
    inner join calendar
        on
            told_period.period_kind = calendar.period_kind
            and told_period.period = calendar.period
    group by calendar.period_kind
),

standing as (
    select
        calendar.period_kind,
        calendar.period,
        cast(area.code as area_word) as area
    from span
    inner join calendar
        on
            span.period_kind = calendar.period_kind
            and span.first_day <= calendar.first_day
            and span.last_day >= calendar.last_day
    inner join core.area as area
        on
            coalesce(area.valid_from, calendar.last_day) <= calendar.last_day
            and coalesce(area.valid_to, calendar.last_day) >= calendar.last_day
    where
        not list_contains($residual_levels, area.level)
        or area.code in (select told.area from told_cell as told)
),

slot as (
    select
        category.breakdown,
        category.category,
        standing.period_kind,
        standing.period,
        standing.area
    from standing
    inner join category on standing.period_kind = category.period_kind
),

empty as (
    select slot.*
    from slot
    anti join told_cell as told
        on
            slot.breakdown = told.breakdown
            and slot.category = told.category
            and slot.period_kind = told.period_kind
            and slot.period = told.period
            and slot.area = told.area
)

select
    $indicator as indicator,
    told.breakdown,
    told.category,
    told.period_kind,
    told.period,
    told.area,
    told.value,
    told.numerator,
    told.denominator,
    told.lower,
    told.upper,
    told.status,
    told.flags
from told_cell as told
union all
select
    $indicator as indicator,
    empty.breakdown,
    empty.category,
    empty.period_kind,
    empty.period,
    empty.area,
    null as value,
    null as numerator,
    null as denominator,
    null as lower,
    null as upper,
    'not_available' as status,
    '' as flags
from empty
order by
    breakdown,
    period_kind,
    category,
    period,
    area

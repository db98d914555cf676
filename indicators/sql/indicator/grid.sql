-- One row per category, period and area of the indicator under way: its figure, or that there is none.
-- The periods run from the first to the last that anything is known of. Areas are those that stand on a period's last
-- day and any other that has a figure; a residual area only where its source reports it. Flags speak of a number.
-- The rows are written in the order in which the release keeps them.
insert into mart.cell
with told as (
    select figure.*
    from indicator_figure as figure
    where figure.status != 'not_available'
),

category as (
    select distinct
        told.breakdown,
        told.category,
        told.period_kind
    from told
),

told_period as (
    select distinct
        told.period_kind,
        told.period
    from told
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
        or area.code in (select told.area from told)
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

broken as (
    select distinct
        inside.period_kind,
        inside.period
    from core.series_break as series_break
    inner join calendar as first_after
        on
            series_break.period = first_after.period
            and first_after.period_kind != 'rolling_year'
    inner join calendar as inside
        on
            first_after.first_day >= inside.first_day
            and first_after.first_day <= inside.last_day
    where list_contains($measures, series_break.measure)
),

empty as (
    select slot.*
    from slot
    anti join told
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
    case
        when told.status = 'value'
            then concat_ws(
                ',',
                case when broken.period is not null then 'break' end,
                case when told.predecessors then 'predecessors' end,
                case when told.provisional then 'provisional' end,
                case when told.rounded_above or told.rounded_below then 'rounded' end,
                case when told.summed then 'summed' end,
                case when told.wide then 'wide' end
            )
        else ''
    end as flags
from told
left join broken
    on
        told.period_kind = broken.period_kind
        and told.period = broken.period
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

-- One row per category, period and area of a growth: a published figure less that of the same period a year before, in
-- per cent of the latter, rounded half away from zero to decimals ($scale is 10 ^ decimals), and nothing else.
-- What hides one of the two hides the growth, by the status that says most of why; of nothing there is no growth.
-- The first year of a series has none. A break in it from the year before on is flagged.
insert into portal.cell
with figure as (
    select
        cell.breakdown,
        cell.category,
        cell.period_kind,
        cell.period,
        cell.area,
        cast(cast(cell.value as decimal(38, 4)) * 10000 as hugeint) as ten_thousandths,
        coalesce(list_position($hiding, cell.status), list_position($hiding, 'not_available')) as hides,
        nullif(cell.flags, '') as flags
    from portal.cell as cell
    where
        cell.indicator = $part
        and list_contains($period_kinds, cell.period_kind)
        and list_contains($breakdowns, cell.breakdown)
),

year_after as (
    select
        now.period_kind,
        now.period,
        now.first_day,
        now.last_day,
        before.period as period_before,
        before.first_day as first_day_before
    from calendar as now
    inner join calendar as before
        on
            now.period_kind = before.period_kind
            and now.first_day = before.first_day + interval 1 year
    semi join portal.cell_period as told
        on
            told.indicator = $part
            and before.period_kind = told.period_kind
            and before.period = told.period
),

broken as (
    select distinct
        year_after.period_kind,
        year_after.period,
        figure.area
    from year_after
    inner join calendar as inside
        on
            year_after.period_kind = inside.period_kind
            and inside.first_day between year_after.first_day_before and year_after.first_day
    inner join figure
        on
            inside.period_kind = figure.period_kind
            and inside.period = figure.period
    where list_contains(string_split(figure.flags, ','), 'break')
),

broken_everywhere as (
    select distinct
        year_after.period_kind,
        year_after.period
    from year_after
    inner join calendar as first_after
        on first_after.first_day between year_after.first_day_before and year_after.last_day
    inner join portal.series_break as series_break
        on
            first_after.period = series_break.period
            and first_after.period_kind != 'rolling_year'
    where list_contains($measures, series_break.measure)
),

beside as (
    select
        now.breakdown,
        now.category,
        now.period_kind,
        now.period,
        now.area,
        now.ten_thousandths - before.ten_thousandths as more,
        before.ten_thousandths as before,
        case
            when now.ten_thousandths is null or before.ten_thousandths is null
                then
                    least(
                        if(now.ten_thousandths is null, now.hides, null),
                        if(
                            before.ten_thousandths is null,
                            coalesce(before.hides, list_position($hiding, 'not_available')),
                            null
                        )
                    )
            when before.ten_thousandths = 0
                then list_position($hiding, 'not_applicable')
        end as hides,
        concat_ws(
            ',',
            now.flags,
            before.flags,
            case when broken.area is not null or broken_everywhere.period is not null then 'break' end
        ) as flags
    from figure as now
    inner join year_after
        on
            now.period_kind = year_after.period_kind
            and now.period = year_after.period
    left join figure as before
        on
            year_after.period_kind = before.period_kind
            and year_after.period_before = before.period
            and now.breakdown = before.breakdown
            and now.category = before.category
            and now.area = before.area
    left join broken
        on
            now.period_kind = broken.period_kind
            and now.period = broken.period
            and now.area = broken.area
    left join broken_everywhere
        on
            now.period_kind = broken_everywhere.period_kind
            and now.period = broken_everywhere.period
)

select
    $indicator as indicator,
    beside.breakdown,
    beside.category,
    beside.period_kind,
    beside.period,
    beside.area,
    case
        when beside.hides is null
            then
                (200 * abs(beside.more) * $scale + beside.before)
                // (2 * beside.before)
                * sign(beside.more) * (10000 // $scale) * 0.0001
    end as value, -- noqa: RF04
    null as numerator,
    null as denominator,
    null as lower,
    null as upper,
    coalesce($hiding[beside.hides], 'value') as status,
    if(
        beside.hides is null, array_to_string(list_sort(list_distinct(string_split(beside.flags, ','))), ','), ''
    ) as flags
from beside
order by
    beside.breakdown,
    beside.period_kind,
    beside.category,
    beside.period,
    beside.area

-- One row per category, period and area: the indicator's denominator in ten-thousandths, rounded half up.
-- Where the measure counts shorter periods it is their mean; all of them must be there (the longest that fit are used).
create or replace temp table denominator as
with kind as (
    select distinct
        figure.period_kind,
        calendar.months
    from measure_figure as figure
    inner join calendar
        on
            figure.period_kind = calendar.period_kind
            and figure.period = calendar.period
    where figure.measure = $denominator
),

wanted as (
    select distinct
        figure.period_kind,
        figure.period
    from measure_figure as figure
    where
        figure.measure = $numerator
        and list_contains($period_kinds, figure.period_kind)
),

span as (
    select
        calendar.period_kind,
        calendar.period,
        calendar.first_day,
        calendar.last_day,
        calendar.months // max(kind.months) as parts,
        arg_max(kind.period_kind, kind.months) as part_kind
    from wanted
    inner join calendar
        on
            wanted.period_kind = calendar.period_kind
            and wanted.period = calendar.period
    inner join kind
        on
            calendar.period_kind = kind.period_kind
            or calendar.months > kind.months
    group by
        calendar.period_kind,
        calendar.period,
        calendar.first_day,
        calendar.last_day,
        calendar.months
),

total as (
    select
        figure.breakdown,
        figure.category,
        span.period_kind,
        span.period,
        figure.area,
        span.parts,
        cast(sum(figure.value) * 10000 as hugeint) as ten_thousandths,
        count(*) filter (where figure.status = 'value') as known_parts,
        bool_or(figure.status = 'suppressed') as hidden,
        bool_or(figure.status = 'withdrawn') as withdrawn,
        bool_or(figure.summed) as summed,
        bool_or(figure.predecessors) as predecessors,
        bool_or(figure.rounded) as rounded,
        bool_or(figure.provisional) as provisional
    from span
    inner join calendar as part
        on
            span.part_kind = part.period_kind
            and span.first_day <= part.first_day
            and span.last_day >= part.last_day
    inner join measure_figure as figure
        on
            part.period_kind = figure.period_kind
            and part.period = figure.period
    where
        figure.measure = $denominator
        and list_contains($breakdowns, figure.breakdown)
    group by
        figure.breakdown,
        figure.category,
        span.period_kind,
        span.period,
        figure.area,
        span.parts
)

select
    total.breakdown,
    total.category,
    total.period_kind,
    total.period,
    total.area,
    (2 * total.ten_thousandths + total.parts) // (2 * total.parts) as ten_thousandths,
    total.known_parts = total.parts as known,
    total.hidden,
    total.withdrawn,
    total.summed,
    total.predecessors,
    total.rounded,
    total.provisional
from total

-- One row per category, period and area that a part of the ratio is told of: $per * numerator / denominator.
-- All is whole ten-thousandths until the one division, which rounds half up to decimals ($scale is 10 ^ decimals).
-- A numerator of money must reach $numerator_from (0: any does). A denominator that was rounded for protection must
-- reach $ratio_from; below $wide_below, or twice $numerator_from, all with anything rounded is uncertain. Part and
-- whole ($share) are rounded each by itself: a part larger than its whole is shown as the whole.
insert into indicator_figure
with numerator as (
    select
        figure.*,
        cast(cast(figure.value as decimal(38, 4)) * 10000 as hugeint) as ten_thousandths
    from measure_figure as figure
    where
        figure.measure = $numerator
        and list_contains($period_kinds, figure.period_kind)
        and list_contains($breakdowns, figure.breakdown)
),

ratio as (
    select
        coalesce(numerator.breakdown, denominator.breakdown) as breakdown,
        coalesce(numerator.category, denominator.category) as category,
        coalesce(numerator.period_kind, denominator.period_kind) as period_kind,
        coalesce(numerator.period, denominator.period) as period,
        coalesce(numerator.area, denominator.area) as area,
        case
            when $share and (numerator.rounded or denominator.rounded)
                then least(numerator.ten_thousandths, denominator.ten_thousandths)
            else numerator.ten_thousandths
        end as above,
        denominator.ten_thousandths as below,
        coalesce(numerator.summed, false) or coalesce(denominator.summed, false) as summed,
        coalesce(numerator.predecessors, false) or coalesce(denominator.predecessors, false) as predecessors,
        coalesce(numerator.rounded, false) as rounded_above,
        coalesce(denominator.rounded, false) as rounded_below,
        coalesce(numerator.provisional, false) or coalesce(denominator.provisional, false) as provisional,
        coalesce(
            (numerator.rounded or denominator.rounded)
            and (
                denominator.ten_thousandths < $wide_below * 10000
                or numerator.ten_thousandths < 2 * $numerator_from * 10000
            ),
            false
        ) as wide,
        case
            when coalesce(numerator.status = 'suppressed', false) or coalesce(denominator.hidden, false)
                then 'suppressed'
            when coalesce(numerator.status = 'withdrawn', false) or coalesce(denominator.withdrawn, false)
                then 'withdrawn'
            when not coalesce(numerator.status = 'value' and denominator.known, false)
                then 'not_available'
            when numerator.rounded and numerator.ten_thousandths < $numerator_from * 10000
                then 'too_few'
            when denominator.rounded and denominator.ten_thousandths < $ratio_from * 10000
                then 'too_few'
            when denominator.ten_thousandths = 0
                then 'not_applicable'
            else 'value'
        end as status
    from numerator
    full join denominator
        on
            numerator.breakdown = denominator.breakdown
            and numerator.category = denominator.category
            and numerator.period_kind = denominator.period_kind
            and numerator.period = denominator.period
            and numerator.area = denominator.area
)

select
    ratio.breakdown,
    ratio.category,
    ratio.period_kind,
    ratio.period,
    ratio.area,
    case
        when ratio.status = 'value'
            then (2 * $per * ratio.above * $scale + ratio.below) // (2 * ratio.below) * (10000 // $scale) * 0.0001
    end as quotient,
    case when ratio.status = 'value' then ratio.above * 0.0001 end as numerator,
    case when ratio.status = 'value' then ratio.below * 0.0001 end as denominator,
    null as lower,
    null as upper,
    ratio.status,
    ratio.summed,
    ratio.predecessors,
    ratio.rounded_above,
    ratio.rounded_below,
    ratio.provisional,
    ratio.wide
from ratio

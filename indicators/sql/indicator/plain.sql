-- One row per figure of an indicator without a denominator: the measure's own.
insert into indicator_figure
select
    figure.breakdown,
    figure.category,
    figure.period_kind,
    figure.period,
    figure.area,
    figure.value,
    null as numerator,
    null as denominator,
    null as lower,
    null as upper,
    figure.status,
    figure.summed,
    figure.predecessors,
    figure.rounded as rounded_above,
    false as rounded_below,
    figure.provisional,
    figure.wide
from measure_figure as figure
where
    figure.measure = $numerator
    and list_contains($period_kinds, figure.period_kind)
    and list_contains($breakdowns, figure.breakdown)

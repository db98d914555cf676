-- One row per delivered measure of which a figure is hidden, with the owner's rule of hiding in its smallest units, of
-- which `scale` make one.
select
    measure_source.measure,
    measure_source.source,
    cast(10 ** coalesce(rule.decimals, 0) as bigint) as scale,
    cast(round(rule.hidden_from * 10 ** rule.decimals) as bigint) as first,
    cast(round(rule.hidden_to * 10 ** rule.decimals) as bigint) as last
from core.measure_source as measure_source
left join core.figure_rule as rule on measure_source.measure = rule.measure
where
    measure_source.measure in (
        select figure.measure
        from core.figure as figure
        where figure.status = 'suppressed'
        union all
        select withheld.measure
        from mart.withheld as withheld
    )
order by measure_source.measure

-- One row per cell of a figure before protection, of all its breakdowns or of its totals alone.
select
    counted.breakdown,
    counted.category,
    counted.period_kind,
    counted.period,
    counted.area,
    cast(counted.value as double) as value,
    counted.contributors,
    counted.cell_key
from mart.counted as counted
where
    counted.figure = $figure
    and (counted.breakdown = 'all' or not $totals)
